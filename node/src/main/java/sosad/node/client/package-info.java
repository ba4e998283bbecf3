/**
 * The client port: the Redis protocol (RESP2, RESP3 and inline commands), its limits and its commands. Bytes come in
 * through {@link sosad.node.client.ClientConnection}, are cut into requests by {@link sosad.node.client.RequestReader},
 * carried out by {@link sosad.node.client.CommandTable}, and answered through {@link sosad.node.client.Replies}.
 */
package sosad.node.client;
