package sosad.app.viewmodel;

/** The requests of a client to a node. */
public enum ClientCommand {
    PUT("Put"),
    GET("Get"),
    DELETE("Delete");

    private final String word;

    ClientCommand(String word) {
        this.word = word;
    }

    /** The word on screen. */
    public String word() {
        return word;
    }
}
