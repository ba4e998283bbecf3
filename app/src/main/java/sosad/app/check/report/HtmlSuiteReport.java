package sosad.app.check.report;

import static sosad.app.check.report.MarkupText.escaped;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.FigureTable;
import sosad.app.check.Series;
import sosad.app.check.suite.CheckOutcome;
import sosad.app.check.suite.SuiteResult;
import sosad.protocol.EnumNames;

/**
 * A run of checks as one HTML page that needs nothing else: no network, no script. Light and dark follow the reader's
 * system.
 */
final class HtmlSuiteReport {
    private static final String STYLE = "report.css";
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final SuiteResult suite;
    private final StringBuilder html = new StringBuilder();

    HtmlSuiteReport(SuiteResult suite) {
        this.suite = suite;
    }

    String text() {
        line("<!DOCTYPE html>");
        line("<html lang=\"en\">");
        line("<head>");
        line("<meta charset=\"utf-8\">");
        line("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        line("<meta name=\"color-scheme\" content=\"light dark\">");
        line("<link rel=\"icon\" href=\"data:,\">");
        line("<title>Checks: %s</title>".formatted(escaped(suite.system())));
        line("<style>");
        line(style());
        line("</style>");
        line("</head>");
        line("<body>");
        line("<main>");
        head();
        summary();
        suite.outcomes().forEach(this::check);
        line("<footer>Written by SOSAD Lab. The numbers are those of the list of tests in the protocol's design "
                + "document.</footer>");
        line("</main>");
        line("</body>");
        line("</html>");
        return html.toString();
    }

    private static String style() {
        try (InputStream in = HtmlSuiteReport.class.getResourceAsStream(STYLE)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void head() {
        line("<header>");
        line("<h1>Checks</h1>");
        line("<p class=\"system\">%s</p>".formatted(escaped(suite.system())));
        line(format(
                "<p class=\"muted\">%s &middot; seed %d &middot; took %s</p>",
                DATE.format(suite.began()), suite.settings().seed(), SuiteText.seconds(suite.took())));
        line("<p class=\"counts\">");
        for (CheckVerdict verdict : CheckVerdict.values()) {
            long count = suite.count(verdict);
            if (count > 0 || verdict == CheckVerdict.FAILED) {
                line(format("<span><b>%d</b> %s</span>", count, verdict.words()));
            }
        }
        line("</p>");
        suite.stopped()
                .ifPresent(why -> line("<p class=\"partial\"><b>Partial report: %s.</b> Not run: %s.</p>"
                        .formatted(
                                escaped(why),
                                suite.notRun().stream().map(Object::toString).collect(Collectors.joining(", ")))));
        line("</header>");
    }

    private void summary() {
        line("<table class=\"summary\">");
        line("<thead><tr><th>No.</th><th>Check</th><th>Verdict</th><th class=\"time\">Time</th></tr></thead>");
        line("<tbody>");
        for (CheckOutcome outcome : suite.outcomes()) {
            CheckResult result = outcome.result();
            line("<tr><td class=\"number\">%s</td><td><a href=\"#%s\">%s</a><br><span class=\"muted\">%s</span></td>"
                    .formatted(
                            result.number(), id(result), escaped(outcome.check().title()), escaped(result.headline())));
            line("<td>%s</td><td class=\"time\">%s</td></tr>"
                    .formatted(
                            verdict(result.verdict()),
                            result.verdict() == CheckVerdict.SKIPPED ? "" : SuiteText.seconds(outcome.took())));
        }
        line("</tbody>");
        line("</table>");
    }

    private static String id(CheckResult result) {
        return "check-" + result.number();
    }

    private static String verdict(CheckVerdict verdict) {
        return "<span class=\"verdict %s\">%s</span>".formatted(EnumNames.of(verdict), verdict.words());
    }

    private void check(CheckOutcome outcome) {
        CheckResult result = outcome.result();
        if (result.verdict() == CheckVerdict.SKIPPED) {
            return; // the table has all there is to say
        }
        line("<section id=\"%s\">".formatted(id(result)));
        line("<h2><span class=\"number\">%s</span> %s %s</h2>"
                .formatted(result.number(), escaped(outcome.check().title()), verdict(result.verdict())));
        line("<p class=\"question\">%s</p>".formatted(escaped(outcome.check().question())));
        figures(result.figures());
        result.tables().forEach(this::table);
        paragraph(result.did());
        if (!result.reason().isEmpty() || result.lesson().isPresent()) {
            line("<p class=\"callout %s\"><b>%s.</b> %s%s</p>"
                    .formatted(
                            EnumNames.of(result.verdict()),
                            capital(result.verdict().words()),
                            escaped(result.reason()),
                            result.lesson()
                                    .map(lesson -> " The lesson <code>" + escaped(lesson) + "</code> shows it.")
                                    .orElse("")));
        }
        charts(result);
        evidence(result);
        line("<p class=\"again\">Again: <code>%s</code></p>".formatted(escaped(suite.repeat(result.number()))));
        line("</section>");
    }

    private void figures(List<Figure> figures) {
        if (figures.isEmpty()) {
            return;
        }
        line("<dl class=\"figures\">");
        for (Figure figure : figures) {
            line("<div><dt>%s</dt><dd>%s</dd></div>".formatted(escaped(figure.label()), escaped(figure.text())));
        }
        line("</dl>");
    }

    private void table(FigureTable table) {
        line("<table class=\"cases\">");
        line("<thead><tr><th>%s</th>%s</tr></thead>"
                .formatted(
                        escaped(table.head()),
                        table.columns().stream()
                                .map(column -> "<th class=\"cell\">" + escaped(column) + "</th>")
                                .collect(Collectors.joining())));
        line("<tbody>");
        for (FigureTable.Row row : table.rows()) {
            line("<tr><td>%s</td>%s</tr>"
                    .formatted(
                            escaped(row.name()),
                            row.figures().stream()
                                    .map(cell -> "<td class=\"cell\">"
                                            + cell.map(figure -> escaped(figure.text()))
                                                    .orElse("")
                                            + "</td>")
                                    .collect(Collectors.joining())));
        }
        line("</tbody>");
        line("</table>");
    }

    private void charts(CheckResult result) {
        Map<String, List<Series>> charts = new LinkedHashMap<>();
        for (Series series : result.series()) {
            if (!series.points().isEmpty()) {
                charts.computeIfAbsent(series.chart(), absent -> new ArrayList<>())
                        .add(series);
            }
        }
        if (charts.isEmpty()) {
            return;
        }
        line("<div class=\"charts\">");
        charts.forEach((title, lines) -> {
            SvgChart chart = new SvgChart(lines);
            line("<figure><figcaption>%s</figcaption>%s%s</figure>"
                    .formatted(escaped(title), chart.text(result.bands()), chart.legend()));
        });
        line("</div>");
    }

    /** What has the same title stands under one. */
    private void evidence(CheckResult result) {
        boolean isOpen =
                result.verdict() == CheckVerdict.FAILED || result.verdict() == CheckVerdict.BROKEN_AS_PREDICTED;
        Map<String, List<String>> lines = new LinkedHashMap<>();
        for (Evidence evidence : result.evidence()) {
            lines.computeIfAbsent(evidence.title(), absent -> new ArrayList<>()).addAll(evidence.lines());
        }
        lines.forEach((title, all) -> line("<details%s><summary>%s</summary><pre>%s</pre></details>"
                .formatted(isOpen ? " open" : "", escaped(title), escaped(String.join("\n", all)))));
    }

    private void paragraph(String words) {
        if (!words.isEmpty()) {
            line("<p>%s</p>".formatted(escaped(words)));
        }
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private void line(String line) {
        html.append(line).append('\n');
    }
}
