package sosad.app.check;

/** The verdict of a check. Its word for machines is {@link sosad.protocol.EnumNames#of}. */
public enum CheckVerdict {
    /** The situation arose, and the system did what is expected. */
    HELD("held"),
    /** It did not, but this run's own states and messages show that the rule it runs under allows this. */
    BROKEN_AS_PREDICTED("broken as the rule predicts"),
    /** It did not. */
    FAILED("failed"),
    /** The situation that the check is about never arose. */
    INCONCLUSIVE("inconclusive"),
    /** The check makes no sense for this system. */
    SKIPPED("skipped");

    private final String words;

    CheckVerdict(String words) {
        this.words = words;
    }

    /** Returns the verdict in words. */
    public String words() {
        return words;
    }
}
