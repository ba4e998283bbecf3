package sosad.app.check;

/** The forms in which the result of a trial can be written. Their words are {@link sosad.protocol.EnumNames#of}. */
public enum TrialFormat {
    /** For people. */
    TEXT,
    /** For programs. */
    JSON;

    /** The result in this form, ending with a line break. */
    public String text(TrialResult result) {
        return this == TEXT ? TrialText.of(result) : TrialJson.of(result);
    }
}
