package sosad.node.gateway;

/**
 * A kind of requests that have connections of their own to a backend. Replies come in the order of the requests, so
 * whatever is slow or long holds up all behind it: writes have a connection that no read ever goes by.
 */
enum Lane {
    /** Requests that change something. */
    WRITES(1),
    /** Reads with a short reply. */
    READS(2),
    /** Reads of all keys. */
    LONG_READS(1);

    private final int connections;

    Lane(int connections) {
        this.connections = connections;
    }

    /** Returns how many connections a backend has for it. */
    int connections() {
        return connections;
    }

    boolean isReading() {
        return this != WRITES;
    }
}
