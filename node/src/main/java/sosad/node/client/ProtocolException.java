package sosad.node.client;

/**
 * Bytes that are no request of the Redis protocol, after which nobody knows where the next request begins: the
 * connection is told why and closed. The message is what follows {@code Protocol error: }.
 */
final class ProtocolException extends Exception {
    ProtocolException(String fault) {
        super(fault, null, false, false);
    }
}
