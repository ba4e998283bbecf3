package sosad.app.check.report;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;
import sosad.protocol.EnumNames;

/**
 * A run of checks as JUnit's XML, with the elements and in the order that the schemas of Surefire and of Jenkins both
 * take. What is not accepted is a failure; what is inconclusive, skipped, known from the baseline or did not run is
 * skipped.
 */
final class JunitSuiteReport {
    private final SuiteResult suite;
    private final Acceptance acceptance;
    private final StringBuilder text = new StringBuilder();

    JunitSuiteReport(SuiteResult suite, Acceptance acceptance) {
        this.suite = suite;
        this.acceptance = acceptance;
    }

    String text() {
        int cases = suite.outcomes().size() + suite.notRun().size();
        long failures = acceptance.bad(suite).size();
        long skipped = suite.outcomes().stream()
                        .filter(outcome -> isSkipped(outcome.result()))
                        .count()
                + suite.notRun().size();
        line("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        line(format(
                "<testsuite name=\"sosad check\" tests=\"%d\" failures=\"%d\" errors=\"0\" skipped=\"%d\" time=\"%s\">",
                cases, failures, skipped, seconds(suite.took())));
        line("  <properties>");
        property("system", suite.system());
        property("options", suite.options());
        property("seed", Long.toString(suite.settings().seed()));
        property("began", suite.began().toString());
        property("complete", Boolean.toString(suite.isComplete()));
        line("  </properties>");
        suite.outcomes().forEach(this::testCase);
        suite.notRun().forEach(this::notRun);
        line("</testsuite>");
        return text.toString();
    }

    private boolean isSkipped(CheckResult result) {
        return !acceptance.isBad(result)
                && result.verdict() != CheckVerdict.HELD
                && result.verdict() != CheckVerdict.BROKEN_AS_PREDICTED;
    }

    private void property(String name, String value) {
        line("    <property name=\"%s\" value=\"%s\"/>".formatted(name, MarkupText.escaped(value)));
    }

    private void testCase(CheckOutcome outcome) {
        CheckResult result = outcome.result();
        open(result.number(), outcome.check().title(), outcome.took());
        String message = MarkupText.escaped(result.headline());
        if (acceptance.isBad(result)) {
            line("    <failure type=\"%s\" message=\"%s\">%s</failure>"
                    .formatted(EnumNames.of(result.verdict()), message, MarkupText.escaped(details(result))));
        } else if (isSkipped(result)) {
            line("    <skipped message=\"%s: %s\"/>".formatted(result.verdict().words(), message));
        }
        line("    <system-out>%s</system-out>".formatted(MarkupText.escaped(facts(outcome))));
        line("  </testcase>");
    }

    private void notRun(CheckNumber number) {
        open(number, "did not run", Duration.ZERO);
        line("    <skipped message=\"did not run: %s\"/>"
                .formatted(MarkupText.escaped(suite.stopped().orElse("the run ended early"))));
        line("  </testcase>");
    }

    private void open(CheckNumber number, String title, Duration took) {
        line(format(
                "  <testcase classname=\"sosad.check.%d\" name=\"%s %s\" time=\"%s\">",
                number.kind(), number, MarkupText.escaped(title), seconds(took)));
    }

    private String details(CheckResult result) {
        StringBuilder details = new StringBuilder();
        details.append(result.headline()).append('\n');
        if (!result.reason().isEmpty()) {
            details.append(result.reason()).append('\n');
        }
        for (Evidence evidence : result.evidence()) {
            details.append(evidence.title()).append('\n');
            evidence.lines().forEach(line -> details.append("  ").append(line).append('\n'));
        }
        return details.append("again: ")
                .append(suite.repeat(result.number()))
                .append('\n')
                .toString();
    }

    private static String facts(CheckOutcome outcome) {
        CheckResult result = outcome.result();
        StringBuilder facts = new StringBuilder();
        facts.append(result.verdict().words())
                .append(": ")
                .append(result.headline())
                .append('\n');
        if (!result.did().isEmpty()) {
            facts.append(result.did()).append('\n');
        }
        for (Figure figure : result.figures()) {
            facts.append(figure.label()).append(": ").append(figure.text()).append('\n');
        }
        return facts.toString();
    }

    private static String seconds(Duration time) {
        return format("%.3f", (double) time.toMillis() / TimeUnit.SECONDS.toMillis(1));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
