package sosad.app.compare;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * The figures of several seeds together.
 *
 * @param seeds how many
 * @param mean their means
 * @param halfWidths for every row of {@code mean}, how far the true means may be off, with 95 % confidence; empty for a
 *     single seed
 */
public record MeanComparison(int seeds, Comparison mean, List<Map<CompareColumn, Double>> halfWidths) {
    /** Student's 97.5 % quantiles, for 1, 2, 3 … degrees of freedom. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131,
        2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042
    };

    private static final double NORMAL = 1.96;

    /**
     * Returns the means of these.
     *
     * @throws IllegalArgumentException if they have different rows
     */
    public static MeanComparison of(Collection<Comparison> all) {
        List<Comparison> runs = List.copyOf(all);
        Comparison first = runs.get(0);
        List<CompareRow> rows = new ArrayList<>();
        List<Map<CompareColumn, Double>> halfWidths = new ArrayList<>();
        for (CompareRow row : first.rows()) {
            Map<CompareColumn, Double> means = new EnumMap<>(CompareColumn.class);
            Map<CompareColumn, Double> widths = new EnumMap<>(CompareColumn.class);
            for (CompareColumn column : row.figures().keySet()) {
                double[] figures = runs.stream()
                        .map(run -> run.row(row.name(), row.kind()).flatMap(same -> boxed(same.figure(column))))
                        .mapToDouble(figure -> figure.orElseThrow(
                                () -> new IllegalArgumentException("not every run has a row " + row.name())))
                        .toArray();
                means.put(column, mean(figures));
                if (figures.length > 1) {
                    widths.put(column, halfWidth(figures));
                }
            }
            rows.add(new CompareRow(row.name(), row.kind(), means));
            halfWidths.add(widths);
        }
        TreeSet<String> notSimulated = new TreeSet<>();
        runs.forEach(run -> notSimulated.addAll(run.notSimulated()));
        Comparison mean = new Comparison(
                mean(runs, Comparison::least),
                mean(runs, Comparison::writes),
                mean(runs, Comparison::reads),
                mean(runs, Comparison::unanswered),
                mean(runs, Comparison::faults),
                List.copyOf(notSimulated),
                rows);
        return new MeanComparison(runs.size(), mean, halfWidths);
    }

    private static Optional<Double> boxed(OptionalDouble figure) {
        return figure.isPresent() ? Optional.of(figure.getAsDouble()) : Optional.empty();
    }

    private static double mean(List<Comparison> runs, ToDoubleFunction<Comparison> figure) {
        return mean(runs.stream().mapToDouble(figure).toArray());
    }

    private static double mean(double[] figures) {
        return DoubleStream.of(figures).sum() / figures.length;
    }

    private static double halfWidth(double[] figures) {
        double mean = mean(figures);
        double variance = DoubleStream.of(figures)
                        .map(figure -> (figure - mean) * (figure - mean))
                        .sum()
                / (figures.length - 1);
        int degrees = figures.length - 1;
        double quantile = degrees <= STUDENT.length ? STUDENT[degrees - 1] : NORMAL;
        return quantile * Math.sqrt(variance / figures.length);
    }

    /** Returns a figure as it is shown, such as {@code 1.29 ± 0.02}. */
    String text(int row, CompareColumn column) {
        String mean = mean().rows().get(row).text(column);
        Double width = halfWidths.get(row).get(column);
        return width == null || width == 0 ? mean : format("%s ± %s", mean, column.text(width));
    }
}
