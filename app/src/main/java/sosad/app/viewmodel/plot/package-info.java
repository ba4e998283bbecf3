/** The operation plot without a window: what of a log is looked at, which operation is chosen, and its story. */
package sosad.app.viewmodel.plot;
