/** Messages on their links and in the strip of what is in flight, and what can be done to one. */
package sosad.app.view.stage.message;
