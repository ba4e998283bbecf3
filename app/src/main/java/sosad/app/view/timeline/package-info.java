/** The time line: the space-time diagram of a run, drawn, and the moment chosen on it. */
package sosad.app.view.timeline;
