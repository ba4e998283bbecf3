package sosad.node.client;

import java.util.function.Supplier;

/** The connection a command came by, as commands see it. */
public final class ClientSession {
    private final long id;
    private final String client;
    private final long beganNanos;
    private long heardNanos;
    private String name = "";
    private String library = "";
    private String libraryVersion = "";
    private String lastCommand = "";
    private boolean leaving;
    private boolean cutOff;
    private boolean trusted;
    private boolean refusedTransaction;
    private RespVersion version = RespVersion.RESP2;
    private Supplier<LaterReply> later;

    /**
     * @param id counts the connections of a port, from 1
     * @param client the other end, as {@code host:port}
     * @param nowNanos what the event loop's ticker shows
     */
    ClientSession(long id, String client, long nowNanos) {
        this.id = id;
        this.client = client;
        this.beganNanos = nowNanos;
        this.heardNanos = nowNanos;
    }

    long id() {
        return id;
    }

    public String client() {
        return client;
    }

    /** Returns what the client calls itself; empty until it does. */
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

    /** The protocol that replies are written in. */
    RespVersion version() {
        return version;
    }

    void speak(RespVersion newVersion) {
        version = newVersion;
    }

    /** A transaction was refused, and the client has not said yet that it is over. */
    boolean isInRefusedTransaction() {
        return refusedTransaction;
    }

    void refuseTransaction() {
        refusedTransaction = true;
    }

    void endTransaction() {
        refusedTransaction = false;
    }

    /** Resets the session to that of a new connection, except for its client's library. */
    void reset() {
        name = "";
        trusted = false;
        refusedTransaction = false;
        version = RespVersion.RESP2;
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

    /** The client's library, as it says itself; empty until it does. */
    String library() {
        return library;
    }

    void useLibrary(String newLibrary) {
        this.library = newLibrary;
    }

    String libraryVersion() {
        return libraryVersion;
    }

    void useLibraryVersion(String newVersion) {
        this.libraryVersion = newVersion;
    }

    /** The name of the command carried out last; empty before the first. */
    String lastCommand() {
        return lastCommand;
    }

    void ran(String command) {
        lastCommand = command;
    }

    /** Bytes came from the client. */
    void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** Returns how long the connection has stood. */
    long ageNanos(long nowNanos) {
        return nowNanos - beganNanos;
    }

    /** Returns how long nothing has come from the client. */
    long idleNanos(long nowNanos) {
        return nowNanos - heardNanos;
    }

    /** The client asked to be disconnected once it has its reply. */
    void leave() {
        leaving = true;
    }

    /** The client is to be cut off at once, without a word. */
    void cutOff() {
        cutOff = true;
    }

    boolean isCutOff() {
        return cutOff;
    }

    boolean isLeaving() {
        return leaving;
    }
}
