package sosad.app.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.Tally;

/** The result of a trial as a person reads it. */
public final class TrialText {
    private static final int MOST_SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    private TrialText() {}

    /** The text, ending with a line break. */
    public static String of(TrialResult result) {
        TrialText writer = new TrialText();
        writer.write(result);
        return writer.text.toString();
    }

    private void write(TrialResult result) {
        line(String.format(Locale.ROOT, "%s, seed %d", result.plan(), result.seed()));
        line("faults: %s%s".formatted(faults(result), result.notDone() == 0 ? "" : "; not done: " + result.notDone()));
        LinkCounts messages = result.messages();
        line(String.format(
                Locale.ROOT,
                "messages: %,d sent, %,d passed, %,d lost, %,d twice, %,d corrupted; frames refused: %,d",
                messages.sent(),
                messages.passed(),
                messages.lost(),
                messages.duplicated(),
                messages.corrupted(),
                result.refusedFrames()));
        Tally tally = result.tally();
        line(String.format(
                Locale.ROOT,
                "writes: %,d acknowledged, %,d refused, %,d unanswered; reads: %,d",
                tally.acknowledged(),
                tally.refused(),
                tally.unanswered(),
                tally.reads()));
        convergence(result);
        missing(result);
        if (!result.foreign().isEmpty()) {
            line(String.format(
                    Locale.ROOT,
                    "WRONG: %,d values that nobody wrote",
                    result.foreign().size()));
            list(result.foreign());
        }
    }

    private static String faults(TrialResult result) {
        return result.struck().isEmpty()
                ? "none"
                : result.struck().entrySet().stream()
                        .map(kind -> String.format(Locale.ROOT, "%s %d", kind.getKey(), kind.getValue()))
                        .collect(Collectors.joining(", "));
    }

    private void convergence(TrialResult result) {
        result.convergedAfterMillis()
                .ifPresentOrElse(
                        millis -> line(String.format(
                                Locale.ROOT,
                                "converged after %.1f s; every node holds %,d entries",
                                millis / 1_000.0,
                                result.entries())),
                        () -> {
                            line(String.format(
                                    Locale.ROOT,
                                    "NOT CONVERGED within %d sync intervals: %,d keys differ",
                                    Trial.SYNCS_TO_CONVERGE,
                                    result.agreement().different()));
                            list(result.agreement().examples());
                        });
    }

    private void missing(TrialResult result) {
        if (result.missing().isEmpty()) {
            line("every acknowledged write is there");
        } else if (result.lossAllowed().isEmpty()) {
            line(String.format(
                    Locale.ROOT,
                    "LOST: %,d acknowledged writes are not there",
                    result.missing().size()));
            list(result.missing());
        } else {
            line(String.format(
                    Locale.ROOT,
                    "%,d acknowledged writes are not there: %s",
                    result.missing().size(),
                    result.lossAllowed()));
        }
    }

    private void list(List<String> items) {
        items.stream().limit(MOST_SHOWN).forEach(item -> line("  " + item));
        if (items.size() > MOST_SHOWN) {
            line(String.format(Locale.ROOT, "  and %,d more", items.size() - MOST_SHOWN));
        }
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
