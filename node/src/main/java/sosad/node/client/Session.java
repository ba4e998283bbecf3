package sosad.node.client;

import java.util.function.Supplier;

/** What the commands know of the connection they came by. */
public final class Session {
    private final long id;
    private final String client;
    private String name = "";
    private boolean leaving;
    private boolean trusted;
    private Supplier<LaterReply> later;

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

    public String client() {
        return client;
    }

    /** What the client calls itself; empty until it does. */
    String name() {
        return name;
    }

    void rename(String newName) {
        this.name = newName;
    }

    /** The client has sent the secret, where one is asked for. */
    public void trust() {
        trusted = true;
    }

    public boolean isTrusted() {
        return trusted;
    }

    /**
     * Puts the reply to the present request off.
     *
     * @return takes the reply, on the same thread
     */
    public LaterReply later() {
        return later.get();
    }

    void replyThrough(ReplyQueue replies) {
        later = replies::later;
    }

    /** The client asked to be disconnected once it has its reply. */
    void leave() {
        leaving = true;
    }

    boolean isLeaving() {
        return leaving;
    }
}
