package sosad.app.export.table;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import sosad.app.watch.ConvergenceFigures;
import sosad.protocol.EnumNames;

/** A report as the document has it: a heading for each step, what was sent, and the table. */
final class MarkdownReport {
    /** Columns line up as in the document unless a value is longer than this. */
    private static final int MAX_WIDTH = 40;

    private static final List<String> HEADER = List.of("Time", "Server", "Key", "Value");

    private final StringBuilder text = new StringBuilder();

    private MarkdownReport() {}

    static String text(RunReport report) {
        MarkdownReport markdown = new MarkdownReport();
        markdown.line("# " + escaped(report.scenario()));
        report.steps().forEach(markdown::step);
        report.convergence().ifPresent(markdown::end);
        return markdown.text.toString();
    }

    private void step(StepReport step) {
        line("");
        line(format(
                "## T=%d%s",
                step.time(), step.title().map(title -> ": " + escaped(title)).orElse("")));
        list(Stream.of(
                        step.told().stream().map(MarkdownReport::escaped),
                        step.messages().stream().map(MarkdownReport::message),
                        step.failures().stream().map(failure -> "failed: " + escaped(failure)))
                .flatMap(lines -> lines)
                .toList());
        table(step.rows());
        list(step.expectations().stream()
                .map(expectation -> (expectation.met() ? "met: " : "NOT MET: ") + escaped(expectation.words()))
                .toList());
    }

    private void end(ConvergenceFigures figures) {
        line("");
        line("At the end: " + figures.agreement() + ".");
        line("Sent: " + figures.sent() + ".");
    }

    private static String message(MessageReport message) {
        String changes = message.changes().isEmpty() ? "no changes" : escaped(String.join(", ", message.changes()));
        return format(
                "%s -> %s: %s (%s, now %d, prev %d; %s)",
                message.from(),
                message.to(),
                changes,
                EnumNames.of(message.kind()),
                message.now(),
                message.prev(),
                EnumNames.of(message.fate()));
    }

    private void list(List<String> items) {
        if (!items.isEmpty()) {
            line("");
            items.forEach(item -> line("- " + item));
        }
    }

    private void table(List<TableRow> rows) {
        List<List<String>> lines = rows.stream()
                .map(row -> List.of(
                        Long.toString(row.time()), row.server().name(), escaped(row.key()), escaped(row.shown())))
                .toList();
        int[] widths = new int[HEADER.size()];
        Stream.concat(Stream.of(HEADER), lines.stream()).forEach(cells -> widen(widths, cells));
        line("");
        cells(HEADER, widths);
        StringBuilder rule = new StringBuilder("|");
        for (int width : widths) {
            rule.append("-".repeat(width + 2)).append('|');
        }
        line(rule.toString());
        lines.forEach(cells -> cells(cells, widths));
    }

    private static void widen(int[] widths, List<String> cells) {
        for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], Math.min(MAX_WIDTH, width(cells.get(i))));
        }
    }

    private void cells(List<String> cells, int[] widths) {
        text.append('|');
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            text.append(' ')
                    .append(cell)
                    .append(" ".repeat(Math.max(0, widths[i] - width(cell))))
                    .append(" |");
        }
        text.append('\n');
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    /** Neither a bar, a line break nor a tag may end the cell or the line that a text stands in. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(code -> {
            Optional<String> visible = visible(code);
            if (visible.isPresent()) {
                escaped.append(visible.get());
            } else if (code == '\\' || code == '|' || code == '<' || code == '`') {
                escaped.append('\\').appendCodePoint(code);
            } else {
                escaped.appendCodePoint(code);
            }
        });
        return escaped.toString();
    }

    private static Optional<String> visible(int code) {
        return switch (Character.getType(code)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                Optional.of(code == '\n' ? "\\n" : (code > 0xFFFF ? "\\U%08X" : "\\u%04X").formatted(code));
            default -> Optional.empty();
        };
    }
}
