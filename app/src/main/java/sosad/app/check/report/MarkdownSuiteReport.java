package sosad.app.check.report;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.stream.Collectors;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;

/** A run of checks as Markdown: a table, then what was measured, check by check. */
final class MarkdownSuiteReport {
    private final SuiteResult suite;
    private final StringBuilder text = new StringBuilder();

    MarkdownSuiteReport(SuiteResult suite) {
        this.suite = suite;
    }

    String text() {
        line("# Checks");
        line("");
        line(format(
                "%s; seed %d; %s; took %s.",
                escaped(suite.system()), suite.settings().seed(), suite.began(), SuiteText.seconds(suite.took())));
        suite.stopped().ifPresent(why -> {
            line("");
            line("**Partial: %s.** Not run: %s."
                    .formatted(
                            escaped(why),
                            suite.notRun().stream().map(Object::toString).collect(Collectors.joining(", "))));
        });
        line("");
        line(SuiteText.counts(suite) + ".");
        line("");
        line("| | check | verdict | |");
        line("| --- | --- | --- | --- |");
        suite.outcomes().forEach(this::row);
        suite.outcomes().stream()
                .filter(outcome -> outcome.result().verdict() != CheckVerdict.SKIPPED)
                .forEach(this::section);
        return text.toString();
    }

    private void row(CheckOutcome outcome) {
        CheckResult result = outcome.result();
        String words = result.verdict().words();
        line("| %s | %s | %s | %s |"
                .formatted(
                        result.number(),
                        escaped(outcome.check().title()),
                        result.verdict() == CheckVerdict.FAILED ? "**" + words + "**" : words,
                        escaped(result.headline())));
    }

    private void section(CheckOutcome outcome) {
        CheckResult result = outcome.result();
        line("");
        line("## %s %s: %s"
                .formatted(
                        result.number(),
                        escaped(outcome.check().title()),
                        result.verdict().words()));
        paragraph(outcome.check().question());
        paragraph(result.did());
        paragraph(result.reason());
        result.lesson().ifPresent(lesson -> paragraph("The lesson \"%s\" shows it.".formatted(lesson)));
        if (!result.figures().isEmpty()) {
            line("");
            line("| | |");
            line("| --- | ---: |");
            for (Figure figure : result.figures()) {
                line("| %s | %s |".formatted(escaped(figure.label()), escaped(figure.text())));
            }
        }
        result.tables().forEach(this::table);
        for (Evidence evidence : result.evidence()) {
            paragraph(evidence.title());
            line("");
            evidence.lines().forEach(one -> line("    " + one.replaceAll("\\p{Cntrl}", "\uFFFD")));
        }
        line("");
        line("Again: `%s`".formatted(suite.repeat(result.number())));
    }

    private void table(FigureTable table) {
        line("");
        line("| %s |%s".formatted(escaped(table.head()), joined(table.columns())));
        line("| --- |" + " ---: |".repeat(table.columns().size()));
        table.rows()
                .forEach(row -> line("| %s |%s"
                        .formatted(
                                escaped(row.name()),
                                joined(row.figures().stream()
                                        .map(cell -> cell.map(Figure::text).orElse(""))
                                        .toList()))));
    }

    private static String joined(List<String> cells) {
        return cells.stream().map(cell -> " " + escaped(cell) + " |").collect(Collectors.joining());
    }

    private void paragraph(String words) {
        if (!words.isEmpty()) {
            line("");
            line(escaped(words));
        }
    }

    private static String escaped(String text) {
        return text.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_\\[\\]<>|#])", "\\\\$1");
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
