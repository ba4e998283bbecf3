package sosad.app.viewmodel.lesson;

/** The origin of the tables' contents. */
public enum Provenance {
    AS_PRINTED("as printed", "The sample with the contents that the document prints"),
    BY_RULE("by rule", "Everything follows from the scenario and the rules in force"),
    OFF_SCRIPT("off script", "Something has happened that the scenario does not say");

    private final String word;
    private final String meaning;

    Provenance(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /** The word on the chip. */
    public String word() {
        return word;
    }

    /** Returns what it means, in a sentence. */
    public String meaning() {
        return meaning;
    }
}
