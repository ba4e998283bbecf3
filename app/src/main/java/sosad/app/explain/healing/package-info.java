/** The point of no return: at which moments of a run the rules could still heal what is out of step, and how surely. */
package sosad.app.explain.healing;
