/** The parts of a run in steps: the player, the messages and what becomes of them, the inputs that Back repeats. */
package sosad.app.lab.step;
