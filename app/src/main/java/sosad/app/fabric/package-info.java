/**
 * The network between the nodes: a proxy that every message crosses. It sees whole messages and, in step mode, lets
 * through only what it is told to; the nodes take it for an ordinary network.
 */
package sosad.app.fabric;
