/** Breakpoints, lamps and the convergence of a run, as the window shows them. */
package sosad.app.viewmodel.watch;
