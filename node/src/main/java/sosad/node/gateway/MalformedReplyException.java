package sosad.node.gateway;

/** Bytes from a backend that are no reply of the Redis protocol, or too long a one. The message says which. */
final class MalformedReplyException extends Exception {
    MalformedReplyException(String fault) {
        super(fault, null, false, false);
    }
}
