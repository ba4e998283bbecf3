package sosad.node.gateway;

/** One request on its way to one backend and back. */
abstract class Errand {
    private final Asked asked;
    private final byte[] request;
    private Backend backend;
    private String as = "";
    private long sentNanos;
    private boolean sent;

    /** @param request as it is sent */
    Errand(Asked asked, byte[] request) {
        this.asked = asked;
        this.request = request;
    }

    Asked asked() {
        return asked;
    }

    byte[] request() {
        return request;
    }

    /** The backend it was last given to; null before. */
    Backend backend() {
        return backend;
    }

    /** How its backend sees the gateway, {@code host:port}. */
    String as() {
        return as;
    }

    /** @param connection by which it will go there */
    void givenTo(Backend chosen, BackendConnection connection) {
        backend = chosen;
        as = connection.localAddress();
        sent = false;
    }

    void sentAt(long nanos) {
        sent = true;
        sentNanos = nanos;
    }

    /** Whether its backend may have got it. */
    boolean wasSent() {
        return sent;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Whether nobody waits for the reply any more. */
    public abstract boolean isOver();

    /** The backend replied; not called when this is over. */
    abstract void answered(byte[] reply);

    /** The connection was lost before the reply came; not called when this is over. */
    abstract void lost(String why);

    static boolean isError(byte[] reply) {
        return reply[0] == '-';
    }
}
