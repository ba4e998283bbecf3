package sosad.app.check.report;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.suite.SuiteResult;

/** A run of checks on the terminal. */
public final class SuiteText {
    private static final int MAX_EVIDENCE = 2;
    private static final int MAX_LINES = 12;
    private static final int MINUTE_SECONDS = 60;

    private SuiteText() {}

    /** Returns the line of a check that has its result. */
    public static String line(Check check, CheckResult result, Duration took) {
        return format(
                "%-5s %-19s %8s  %s%s %s",
                result.number(),
                result.verdict() == CheckVerdict.BROKEN_AS_PREDICTED
                        ? "broken as predicted"
                        : result.verdict().words(),
                result.verdict() == CheckVerdict.SKIPPED ? "" : seconds(took),
                check.title(),
                check.title().endsWith("?") ? "" : ":",
                result.headline());
    }

    /** Returns what came of everything, in a line without a full stop. */
    public static String counts(SuiteResult suite) {
        List<String> counts = new ArrayList<>();
        for (CheckVerdict verdict : CheckVerdict.values()) {
            long count = suite.count(verdict);
            if (count > 0 || verdict == CheckVerdict.FAILED) {
                counts.add(format("%d %s", count, verdict.words()));
            }
        }
        return String.join(", ", counts);
    }

    /** Returns a time such as {@code 4.2 s} or {@code 2 min 40 s}. */
    public static String seconds(Duration time) {
        return time.toSeconds() < MINUTE_SECONDS
                ? format("%.1f s", (double) time.toMillis() / TimeUnit.SECONDS.toMillis(1))
                : format("%d min %d s", time.toMinutes(), time.toSecondsPart());
    }

    /** Returns the lines that explain a result, and the command that repeats it. */
    public static List<String> explanation(CheckResult result, String repeat) {
        List<String> lines = new ArrayList<>();
        lines.add("%s %s: %s".formatted(result.number(), result.verdict().words(), result.headline()));
        if (!result.reason().isEmpty()) {
            lines.add("  " + result.reason());
        }
        result.lesson().ifPresent(lesson -> lines.add("  the lesson that shows it: " + lesson));
        result.evidence().stream().limit(MAX_EVIDENCE).forEach(evidence -> lines.addAll(lines(evidence)));
        lines.add("  again: " + repeat);
        return lines;
    }

    private static List<String> lines(Evidence evidence) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + evidence.title());
        evidence.lines().stream().limit(MAX_LINES).forEach(line -> lines.add("    " + line));
        if (evidence.lines().size() > MAX_LINES) {
            lines.add(format("    and %,d lines more", evidence.lines().size() - MAX_LINES));
        }
        return lines;
    }
}
