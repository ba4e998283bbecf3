/**
 * A cluster in memory: the engines of its nodes, their disks, the links between them and the time, which passes only
 * when it is told to. Its state can be copied, compared and hashed.
 */
package sosad.sim;
