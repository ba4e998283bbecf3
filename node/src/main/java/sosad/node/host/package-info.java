/**
 * The owner of the replica: inputs in, effects out. Everything here runs on the node's one event loop thread, so
 * nothing needs a lock.
 */
package sosad.node.host;
