package sosad.app.viewmodel.lesson;

import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;

/** The origin of the tables' contents. */
public enum Provenance {
    AS_PRINTED("as printed", "The sample with the contents that the document prints"),
    BY_RULE("by rule", "Everything follows from the scenario and the rules in force"),
    OFF_SCRIPT("off script", "Something has happened that the scenario does not say"),
    VOID("void", "A step could not be carried out as the scenario says; Back or Restart makes it good");

    private final String word;
    private final String meaning;

    Provenance(String word, String meaning) {
        this.word = word;
        this.meaning = meaning;
    }

    /**
     * Returns the origin of what a moment shows, by what has happened in the run up to it.
     *
     * @param printed whether the scenario is the document's sample, whose expectations are what the document prints
     */
    public static Provenance of(boolean printed, History history, Snapshot snapshot) {
        if (snapshot.script() != ScriptStatus.ON_SCRIPT) {
            return snapshot.script() == ScriptStatus.VOID ? VOID : OFF_SCRIPT;
        }
        return printed && isAsExpected(history.first(snapshot.index() + 1)) ? AS_PRINTED : BY_RULE;
    }

    private static boolean isAsExpected(History history) {
        return history.snapshots().stream()
                .allMatch(one -> !(one.what() instanceof RunEvent.Checked checked) || checked.met());
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
