package sosad.app.check.consistency;

/** How it is known that a server holds a write. */
public enum Knowledge {
    /** A client wrote it there and had its acknowledgement. */
    WRITTEN(0, "it was acknowledged there"),
    /** A client read it there. */
    SHOWN(1, "it was read there"),
    /** The server has reported it over its control connection. */
    REPORTED(2, "the server had reported it"),
    /** A message brought it, and the server has done enough since to have read that message. */
    DELIVERED(3, "a message had brought it");

    private static final Knowledge[] BY_CODE = {WRITTEN, SHOWN, REPORTED, DELIVERED};

    private final int code;
    private final String words;

    Knowledge(int code, String words) {
        this.code = code;
        this.words = words;
    }

    /** Returns its number, for columns of numbers. */
    int code() {
        return code;
    }

    static Knowledge of(int code) {
        return BY_CODE[code];
    }

    /** Returns how it is known, in words that follow the name of the write. */
    public String words() {
        return words;
    }
}
