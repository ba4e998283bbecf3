package sosad.app.cli;

import static sosad.model.PlainFormat.format;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import sosad.app.check.Check;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.report.Acceptance;
import sosad.app.check.report.SuiteText;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;

/** A run of checks on the terminal: results on one stream, how it goes on on the other. */
final class CheckProgress implements CheckListener {
    /** How often it is said what a check is doing that takes long. */
    private static final long EVERY_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<CheckNumber, Check> checks;
    private final PrintWriter out;
    private final PrintWriter err;
    private Optional<String> heading;
    private long lastNanos = System.nanoTime();

    /** @param heading what is said before the first check */
    CheckProgress(List<Check> checks, String heading, PrintWriter out, PrintWriter err) {
        this.heading = Optional.of(heading);
        this.checks = checks.stream().collect(Collectors.toMap(Check::number, Function.identity()));
        this.out = out;
        this.err = err;
    }

    @Override
    public synchronized void started(Check check) {
        lastNanos = System.nanoTime();
        heading.ifPresent(words -> {
            print(words);
            print("");
        });
        heading = Optional.empty();
    }

    @Override
    public synchronized void progressed(CheckNumber number, double share, String words) {
        long now = System.nanoTime();
        if (now - lastNanos >= EVERY_NANOS) {
            lastNanos = now;
            err.println(format("%-5s %.0f %%: %s", number, 100 * Math.max(0, Math.min(1, share)), words));
            err.flush();
        }
    }

    @Override
    public void finished(CheckResult result, Duration took) {
        print(SuiteText.line(checks.get(result.number()), result, took));
    }

    void end(SuiteResult suite, Acceptance acceptance) {
        print("");
        for (CheckOutcome outcome : suite.outcomes()) {
            CheckResult result = outcome.result();
            if (result.verdict() == CheckVerdict.FAILED || acceptance.isBad(result)) {
                SuiteText.explanation(result, suite.repeat(result.number())).forEach(this::print);
                if (acceptance.isKnown(result)) {
                    print("  accepted: it did not hold in the baseline");
                }
                print("");
            }
        }
        if (!suite.isComplete()) {
            print(format(
                    "PARTIAL: %s; not run: %s",
                    suite.stopped().orElse("it ended early"),
                    suite.notRun().stream().map(CheckNumber::toString).collect(Collectors.joining(", "))));
        }
        print(format("%s; took %s", SuiteText.counts(suite), SuiteText.seconds(suite.took())));
    }

    private void print(String line) {
        out.println(line);
        out.flush();
    }
}
