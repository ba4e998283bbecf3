/** The reads of clients on the stage. */
package sosad.app.view.stage.read;
