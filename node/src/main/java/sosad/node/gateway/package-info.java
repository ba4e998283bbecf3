/**
 * The gateway: clients speak RESP to it as to a node, and it speaks RESP to the nodes behind it, its backends. A
 * request comes in through {@link sosad.node.client.ClientPort}; {@link sosad.node.gateway.ForwardedCommands} makes a
 * {@link sosad.node.gateway.Read} or a {@link sosad.node.gateway.Write} of it, which is sent to backends chosen by
 * {@link sosad.node.gateway.Backends}. One event loop thread does everything.
 */
package sosad.node.gateway;
