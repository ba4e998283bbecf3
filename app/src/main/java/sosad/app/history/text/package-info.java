/** Events and messages of a run as sentences. */
package sosad.app.history.text;
