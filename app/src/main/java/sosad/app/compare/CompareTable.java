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
     * @param isBest whether no rule that lost nothing has a better one
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
        List<TableColumn> columns =
                Stream.concat(computed, isMeasured ? measured : Stream.empty()).toList();
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

    /** Among the rules that lost nothing, if there are some; not where all are the same. */
    private static boolean isBest(CompareRow row, TableColumn column, List<CompareRow> rows) {
        List<CompareRow> ours =
                rows.stream().filter(other -> other.kind() == row.kind()).toList();
        List<CompareRow> lossless =
                ours.stream().filter(CompareTable::isLossless).toList();
        double least = least(lossless.isEmpty() ? ours : lossless, column.figure());
        OptionalDouble figure = row.figure(column.figure());
        return row.kind() != RowKind.GHOST
                && figure.isPresent()
                && (lossless.isEmpty() || isLossless(row))
                && figure.getAsDouble() == least
                && ours.stream().anyMatch(other -> other.figure(column.figure()).orElse(least) != least);
    }

    private static boolean isLossless(CompareRow row) {
        return row.figure(CompareColumn.LOST).orElse(0) == 0;
    }

    private static double least(List<CompareRow> rows, CompareColumn column) {
        return rows.stream()
                .map(row -> row.figure(column))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .min()
                .orElse(Double.NaN);
    }
}
