/** The lamps and the curve at the head of the stage. */
package sosad.app.view.watch;
