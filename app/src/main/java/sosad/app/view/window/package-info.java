/** The window itself: the panes put together, and the application that opens it. */
package sosad.app.view.window;
