package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.sweep.Sweep;

/** The comparison for the terminal and for documents. */
final class CompareMarkdown {
    private static final int CHART_WIDTH = 40;

    private CompareMarkdown() {}

    static String of(Sweep sweep, MeanComparison comparison) {
        StringBuilder text = new StringBuilder("# The rules compared\n\n");
        text.append(CompareReport.conditions(sweep, comparison.mean())).append("\n\n");
        table(text, CompareTable.of(comparison));
        text.append(
                "\nBold: the best of our rules that lost nothing. A ghost is another way to make stores equal, computed on the same "
                        + "run.\n\n");
        chart(text, CompareChart.of(comparison.mean(), CompareColumn.TIMES_LEAST));
        for (String note : CompareReport.notes(sweep, comparison)) {
            text.append("- ").append(note).append('\n');
        }
        return text.toString();
    }

    private static void table(StringBuilder text, CompareTable table) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(line("rule", table.columns().stream().map(CompareTable.TableColumn::title)));
        for (CompareTable.TableLine line : table.lines()) {
            lines.add(line(
                    name(line.row().name(), line.row().kind()),
                    line.cells().stream().map(cell -> cell.isBest() ? "**" + cell.text() + "**" : cell.text())));
        }
        int[] widths = IntStream.range(0, lines.get(0).size())
                .map(i -> lines.stream()
                        .mapToInt(line -> line.get(i).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (int row = 0; row < lines.size(); row++) {
            text.append('|');
            for (int i = 0; i < widths.length; i++) {
                String cell = lines.get(row).get(i);
                String blank = " ".repeat(widths[i] - cell.length());
                text.append(' ').append(i == 0 ? cell + blank : blank + cell).append(" |");
            }
            text.append('\n');
            if (row == 0) {
                rule(text, widths);
            }
        }
    }

    private static List<String> line(String name, Stream<String> cells) {
        return Stream.concat(Stream.of(name), cells).toList();
    }

    private static void rule(StringBuilder text, int[] widths) {
        text.append("| ").append("-".repeat(widths[0])).append(" |");
        for (int i = 1; i < widths.length; i++) {
            text.append(' ').append("-".repeat(widths[i] - 1)).append(": |");
        }
        text.append('\n');
    }

    private static String name(String name, RowKind kind) {
        return kind == RowKind.GHOST ? "*ghost:* " + name : name;
    }

    private static void chart(StringBuilder text, CompareChart chart) {
        List<CompareChart.Bar> bars = chart.bars().stream()
                .filter(bar -> bar.kind() != RowKind.MEASURED)
                .toList();
        int widest = bars.stream().mapToInt(bar -> bar.row().length()).max().orElse(1);
        text.append("Entries sent, times the least possible, on a logarithmic scale:\n\n```\n");
        for (CompareChart.Bar bar : bars) {
            String name = bar.row() + " ".repeat(widest - bar.row().length());
            text.append(
                    format("%s  %s %s\n", name, "█".repeat((int) Math.round(CHART_WIDTH * bar.length())), bar.text()));
        }
        text.append("```\n\n");
    }
}
