package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.stream.Collectors;
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
        text.append("\nBold: the best of our rules. A ghost is another way to make stores equal, computed on the same "
                + "run.\n\n");
        chart(text, CompareChart.of(comparison.mean(), CompareColumn.TIMES_LEAST));
        for (String note : CompareReport.notes(sweep, comparison)) {
            text.append("- ").append(note).append('\n');
        }
        return text.toString();
    }

    private static void table(StringBuilder text, CompareTable table) {
        text.append("| rule |");
        table.columns().forEach(column -> text.append(' ').append(column.title()).append(" |"));
        text.append("\n| --- |").append(" ---: |".repeat(table.columns().size())).append('\n');
        for (CompareTable.TableLine line : table.lines()) {
            String cells = line.cells().stream()
                    .map(cell -> cell.isBest() ? "**" + cell.text() + "**" : cell.text())
                    .collect(Collectors.joining(" | "));
            text.append("| ").append(name(line.row().name(), line.row().kind())).append(" | ").append(cells);
            text.append(" |\n");
        }
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
            text.append(format("%s  %s %s\n", name, "█".repeat((int) Math.round(CHART_WIDTH * bar.length())), bar.text()));
        }
        text.append("```\n\n");
    }
}
