package sosad.app.check.consistency;

/** How it is known that a server holds a write. */
public enum Knowledge {
    /** A client wrote it there and had its acknowledgement. */
    WRITTEN("it was acknowledged there"),
    /** A client read it there. */
    SHOWN("it was read there"),
    /** The server has reported it over its control connection. */
    REPORTED("the server had reported it"),
    /** A message brought it, and the server has done enough since to have read that message. */
    DELIVERED("a message had brought it");

    private final String words;

    Knowledge(String words) {
        this.words = words;
    }

    /** Returns how it is known, in words that follow the name of the write. */
    public String words() {
        return words;
    }
}
