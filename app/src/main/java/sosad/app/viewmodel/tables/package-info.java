/** The tables of a moment, and the cluster at it in one line. */
package sosad.app.viewmodel.tables;
