/**
 * A node without its sockets and its disk: the replica, its clock and timers, the reads of its clients, and what it
 * does by itself in live mode. The same class runs in a node's process and in {@link sosad.sim}.
 */
package sosad.engine;
