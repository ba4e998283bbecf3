package sosad.node.gateway;

/** One request on its way to one backend and back. */
abstract class BackendRequest {
    private final ClientRequest asked;
    private final byte[] request;
    private final Lane lane;
    private Backend backend;
    private BackendConnection connection;
    private String as = "";
    private long sentNanos;
    private boolean sent;

    /** @param request as it is sent */
    BackendRequest(ClientRequest asked, byte[] request, Lane lane) {
        this.asked = asked;
        this.request = request;
        this.lane = lane;
    }

    ClientRequest asked() {
        return asked;
    }

    byte[] encoded() {
        return request;
    }

    Lane lane() {
        return lane;
    }

    /** The backend it was last given to; null before. */
    Backend backend() {
        return backend;
    }

    /** By which connection it went there last; null before. */
    BackendConnection connection() {
        return connection;
    }

    /** Returns how its backend sees the gateway, {@code host:port}. */
    String as() {
        return as;
    }

    /** @param by the connection by which it will go there */
    void givenTo(Backend chosen, BackendConnection by) {
        backend = chosen;
        connection = by;
        as = by.localAddress();
        sent = false;
    }

    void sentAt(long nanos) {
        sent = true;
        sentNanos = nanos;
    }

    /** Returns whether its backend may have got it. */
    boolean wasSent() {
        return sent;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** Returns whether nobody waits for the reply any more. */
    public abstract boolean isOver();

    /** The backend replied; not called when this is over. */
    abstract void answered(byte[] reply);

    /** The connection was lost before the reply came; not called when this is over. */
    abstract void lost(String why);

    static boolean isError(byte[] reply) {
        return reply[0] == '-';
    }
}
