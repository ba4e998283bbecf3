package sosad.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import sosad.app.compare.CompareRow.RowKind;

/**
 * The comparison as a table: a line for each rule and each ghost. Where real processes were measured, their figures
 * stand in further columns of the rule's line.
 *
 * @param columns the columns
 * @param lines the lines
 */
public record CompareTable(List<TableColumn> columns, List<TableLine> lines) {
    private static final List<CompareColumn> MEASURED = List.of(
            CompareColumn.LOST,
            CompareColumn.STALE_PERCENT,
            CompareColumn.MESSAGES,
            CompareColumn.BYTES,
            CompareColumn.TIMES_LEAST);

    /**
     * A column.
     *
     * @param figure what stands in it
     * @param isMeasured whether it comes from real processes
     */
    public record TableColumn(CompareColumn figure, boolean isMeasured) {
        /** The heading. */
        public String title() {
            return isMeasured ? figure.title() + " (measured)" : figure.title();
        }
    }

    /**
     * A line.
     *
     * @param row its name and kind, and its figures but the measured ones
     * @param cells one for each column
     */
    public record TableLine(CompareRow row, List<TableCell> cells) {
        public TableLine {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A cell.
     *
     * @param text the figure
     * @param isBest whether no rule has a better one
     */
    public record TableCell(String text, boolean isBest) {}

    public CompareTable {
        columns = List.copyOf(columns);
        lines = List.copyOf(lines);
    }

    /** Makes the table. */
    public static CompareTable of(MeanComparison comparison) {
        List<CompareRow> rows = comparison.mean().rows();
        Stream<TableColumn> computed = Stream.of(CompareColumn.values()).map(column -> new TableColumn(column, false));
        Stream<TableColumn> measured = MEASURED.stream().map(column -> new TableColumn(column, true));
        boolean isMeasured = rows.stream().anyMatch(row -> row.kind() == RowKind.MEASURED);
        List<TableColumn> columns = Stream.concat(computed, isMeasured ? measured : Stream.empty())
                .toList();
        List<TableLine> lines = new ArrayList<>();
        for (CompareRow row : rows) {
            if (row.kind() != RowKind.MEASURED) {
                lines.add(new TableLine(
                        row,
                        columns.stream()
                                .map(column -> cell(comparison, row, column))
                                .toList()));
            }
        }
        return new CompareTable(columns, lines);
    }

    private static TableCell cell(MeanComparison comparison, CompareRow row, TableColumn column) {
        List<CompareRow> rows = comparison.mean().rows();
        if (!column.isMeasured()) {
            return new TableCell(comparison.text(rows.indexOf(row), column.figure()), isBest(row, column, rows));
        }
        return comparison
                .mean()
                .row(row.name(), RowKind.MEASURED)
                .map(measured -> new TableCell(
                        comparison.text(rows.indexOf(measured), column.figure()), isBest(measured, column, rows)))
                .orElse(new TableCell("–", false));
    }

    /** Among rules; not where all are the same. */
    private static boolean isBest(CompareRow row, TableColumn column, List<CompareRow> rows) {
        double[] all = rows.stream()
                .filter(other -> other.kind() == row.kind())
                .map(other -> other.figure(column.figure()))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .sorted()
                .toArray();
        OptionalDouble figure = row.figure(column.figure());
        return row.kind() != RowKind.GHOST
                && figure.isPresent()
                && all[0] < all[all.length - 1]
                && figure.getAsDouble() == all[0];
    }
}
