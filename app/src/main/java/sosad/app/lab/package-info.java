/** Plays a scenario on a cluster: steps, phases, the fates of messages, actions by hand, and going back. */
package sosad.app.lab;
