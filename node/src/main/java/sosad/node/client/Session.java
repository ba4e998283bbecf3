package sosad.node.client;

/** What the commands know of the connection they came by. */
final class Session {
    private final long id;
    private final String client;
    private String name = "";
    private boolean leaving;

    /**
     * @param id counts the connections of a port, from 1
     * @param client the other end, as {@code host:port}
     */
    Session(long id, String client) {
        this.id = id;
        this.client = client;
    }

    long id() {
        return id;
    }

    String client() {
        return client;
    }

    /** What the client calls itself; empty until it does. */
    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    /** The client asked to be disconnected once it has its reply. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }
}
