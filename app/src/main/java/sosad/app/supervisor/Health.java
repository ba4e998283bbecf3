package sosad.app.supervisor;

/** The supervisor's opinion of a process. */
public enum Health {
    /** It answers. */
    UP("up"),
    /** It has left a heartbeat unanswered, not yet for so long that it counts as down. */
    SUSPECTED("suspected"),
    /** It has ended, or has not answered for too long. */
    DOWN("down"),
    /** It is being started again, or waits for that. */
    RESTARTING("restarting"),
    /** It has been restarted so often that no further restart is tried. */
    GIVEN_UP("given up");

    private final String word;

    Health(String word) {
        this.word = word;
    }

    /** The word on screen. */
    public String word() {
        return word;
    }
}
