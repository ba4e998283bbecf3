/** Sockets as the node and the gateway both use them: finding hosts, dialling, accepting, staying alive. */
package sosad.node.net;
