package sosad.app.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sosad.app.compare.CompareRow.RowKind;

/**
 * A chart of one figure: a bar for each row, on a logarithmic scale, since rules differ by factors.
 *
 * @param column the figure
 * @param bars the bars, in the order of the rows
 */
public record CompareChart(CompareColumn column, List<Bar> bars) {
    /** How much of the chart's width the shortest bar has. */
    private static final double SHORTEST = 0.04;

    /**
     * A bar.
     *
     * @param row the row's name
     * @param kind the row's kind
     * @param text the figure
     * @param length from 0 to 1
     */
    public record Bar(String row, RowKind kind, String text, double length) {}

    public CompareChart {
        bars = List.copyOf(bars);
    }

    /** Draws a figure of all rows that have it. */
    public static CompareChart of(Comparison comparison, CompareColumn column) {
        double[] figures = comparison.rows().stream()
                .map(row -> row.figure(column))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .filter(figure -> figure > 0)
                .sorted()
                .toArray();
        List<Bar> bars = new ArrayList<>();
        for (CompareRow row : comparison.rows()) {
            row.figure(column)
                    .ifPresent(figure ->
                            bars.add(new Bar(row.name(), row.kind(), row.text(column), length(figure, figures))));
        }
        return new CompareChart(column, bars);
    }

    private static double length(double figure, double[] sorted) {
        if (figure <= 0) {
            return 0;
        }
        double least = Math.log(sorted[0]);
        double most = Math.log(sorted[sorted.length - 1]);
        return most == least ? 1 : SHORTEST + (1 - SHORTEST) * (Math.log(figure) - least) / (most - least);
    }
}
