/** The history as the window follows it: the log, and the last second of a live cluster. */
package sosad.app.viewmodel.history;
