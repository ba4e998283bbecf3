package sosad.app.viewmodel.lesson;

import static sosad.model.PlainFormat.format;

import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.history.ScriptStatus;

/**
 * An expectation of the scenario, and what has become of it in a run.
 *
 * @param time T when it was judged, or of its step
 * @param words what must be so
 * @param verdict whether it is
 * @param found what is so instead, in words; empty if it is met or was not judged
 * @param script whether the run was the scenario's when it was judged
 * @param moment the index of the moment that shows it; empty if it was not judged
 */
public record Judgement(
        long time, String words, Verdict verdict, String found, ScriptStatus script, OptionalInt moment) {
    /** What can become of an expectation. */
    public enum Verdict {
        MET("met"),
        NOT_MET("not met"),
        /** Its step is not over. */
        TO_COME("to come"),
        /** Its step is over without it: it could not be carried out as the scenario says. */
        NOT_JUDGED("not judged");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /** Returns it in a word or two. */
        public String word() {
            return word;
        }
    }

    /** An expectation of a step at T = {@code time} that was not judged yet. */
    Judgement(long time, String words) {
        this(time, words, Verdict.TO_COME, "", ScriptStatus.ON_SCRIPT, OptionalInt.empty());
    }

    /** Returns what is to be known besides, such as "off script"; empty if there is nothing. */
    public Optional<Provenance> reservation() {
        return switch (script) {
            case ON_SCRIPT -> Optional.empty();
            case OFF_SCRIPT -> Optional.of(Provenance.OFF_SCRIPT);
            case VOID -> Optional.of(Provenance.VOID);
        };
    }

    /** Returns all of it in a sentence. */
    public String sentence() {
        return format("T = %d, %s: %s.", time, verdict.word(), words)
                + (found.isEmpty() ? "" : " Instead: " + found + ".")
                + reservation().map(origin -> " " + origin.meaning() + ".").orElse("");
    }
}
