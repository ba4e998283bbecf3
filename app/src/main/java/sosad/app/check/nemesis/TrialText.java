package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import sosad.app.check.Absences;
import sosad.app.check.Outlook;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload.Tally;
import sosad.protocol.EnumNames;

/** The result of a trial as a person reads it. */
public final class TrialText {
    private static final int MAX_SHOWN = 10;

    private final StringBuilder text = new StringBuilder();

    private TrialText() {}

    /** The text, ending with a line break. */
    public static String of(TrialResult result) {
        TrialText writer = new TrialText();
        writer.write(result);
        return writer.text.toString();
    }

    private void write(TrialResult result) {
        line(format("%s, seed %d", result.plan(), result.seed()));
        line("faults: " + faults(result));
        LinkCounts messages = result.messages();
        line(
                "messages: %,d sent, %,d passed, %,d lost, %,d twice, %,d corrupted, %,d under way; frames refused: %,d",
                messages.sent(),
                messages.passed(),
                messages.lost(),
                messages.duplicated(),
                messages.corrupted(),
                messages.underWay(),
                result.refusedFrames());
        Tally tally = result.tally();
        line(
                "writes: %,d acknowledged, %,d refused, %,d unanswered; reads: %,d",
                tally.acknowledged(), tally.refused(), tally.unanswered(), tally.reads());
        convergence(result);
        absences(result.absences());
        wrong("FORGOTTEN: %,d entries that a node had reported to hold", result.forgotten());
        wrong("WRONG: %,d values that nobody wrote", result.foreign());
        line("verdict: " + verdict(result));
    }

    private static String faults(TrialResult result) {
        List<String> parts = new ArrayList<>();
        parts.add(
                result.injected().isEmpty()
                        ? "none"
                        : result.injected().entrySet().stream()
                                .map(kind -> format("%s %d", kind.getKey(), kind.getValue()))
                                .collect(Collectors.joining(", ")));
        if (result.notDone() > 0) {
            parts.add("not done: " + result.notDone());
        }
        if (result.beyond() > 0) {
            parts.add("begin after the end: " + result.beyond());
        }
        return String.join("; ", parts);
    }

    private void convergence(TrialResult result) {
        if (result.convergedAfterMillis().isPresent()) {
            line(
                    "converged after %.1f s; every node holds %,d entries",
                    result.convergedAfterMillis().getAsLong() / 1_000.0, result.entries());
            return;
        }
        line(
                "NOT CONVERGED within %d sync intervals: %,d keys differ",
                NemesisRun.SYNCS_TO_CONVERGE, result.agreement().different());
        result.outlook().ifPresent(outlook -> outlook(outlook, EnumNames.of(result.content())));
        if (result.owedPushes() > 0) {
            line("FAULT: pushes of %,d keys are still owed", result.owedPushes());
        }
    }

    private void outlook(Outlook outlook, String rule) {
        wrong("FAULT: on %,d keys " + rule + " brings nodes further than they came", outlook.unhealed());
        if (!outlook.apart().isEmpty()) {
            line(
                    "%,d keys stay apart as %s allows; what would heal each:",
                    outlook.apart().size(), rule);
            list(outlook.apart().stream()
                    .map(key -> "%s (%s)"
                            .formatted(
                                    key.words(),
                                    key.healers().isEmpty()
                                            ? "no rule"
                                            : key.healers().stream()
                                                    .map(EnumNames::of)
                                                    .collect(Collectors.joining(", "))))
                    .toList());
        }
    }

    private void absences(Absences absences) {
        if (absences.total() == 0) {
            line("every acknowledged write is there");
            return;
        }
        wrong("LOST: %,d acknowledged writes are held by no node", words(absences.lost()));
        wrong(
                "%,d acknowledged writes are held by no node: they were only in the memory of a process that ended, "
                        + "or in a store that was wiped",
                words(absences.gone()));
        if (!absences.partly().isEmpty()) {
            line(
                    "%,d acknowledged writes are held by some nodes and not by others",
                    absences.partly().size());
        }
        line(absences.byNode().entrySet().stream()
                .map(node -> format("%s lacks %,d", node.getKey(), node.getValue()))
                .collect(Collectors.joining(", ")));
    }

    private static List<String> words(List<MissingWrite> writes) {
        return writes.stream().map(MissingWrite::words).toList();
    }

    /** Returns the verdict with its reason. */
    static String verdict(TrialResult result) {
        return switch (result.verdict()) {
            case FAULT -> "FAULT: " + String.join("; ", result.faults());
            case INCONCLUSIVE -> "INCONCLUSIVE: no write was acknowledged, so nothing was tried";
            case GOOD ->
                result.convergedAfterMillis().isPresent()
                        ? "good"
                        : "good: the nodes differ no more than %s allows".formatted(EnumNames.of(result.content()));
        };
    }

    /** A line that counts them, and the first of them. */
    private void wrong(String form, List<String> items) {
        if (!items.isEmpty()) {
            line(form, items.size());
            list(items);
        }
    }

    private void list(List<String> items) {
        items.stream().limit(MAX_SHOWN).forEach(item -> line("  " + item));
        if (items.size() > MAX_SHOWN) {
            line(format("  and %,d more", items.size() - MAX_SHOWN));
        }
    }

    private void line(String form, Object... numbers) {
        text.append(numbers.length == 0 ? form : String.format(Locale.ROOT, form, numbers))
                .append('\n');
    }
}
