/** The checks of the document in the window, without the window. */
package sosad.app.viewmodel.checks;
