/** The history: every moment of a run with the state of every node and message, immutable, in order. */
package sosad.app.history;
