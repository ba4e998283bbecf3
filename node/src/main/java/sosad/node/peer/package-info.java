/** The links to and from peers: frames of {@code sosad.wire} over TCP, opened by a greeting that proves the secret. */
package sosad.node.peer;
