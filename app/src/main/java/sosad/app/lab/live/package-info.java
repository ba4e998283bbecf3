/** The parts of a run by its own clocks: what is done to a live cluster, and what is seen of it. */
package sosad.app.lab.live;
