package sosad.app.viewmodel.plot;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.diagram.plot.ValueScale;

/**
 * The contents of a chart.
 *
 * @param title what it shows
 * @param series the lines, all in the same axes
 * @param before lines of another run that lie beneath, drawn dashed
 * @param bands faults, on an axis of seconds
 * @param moments what is marked on that axis, such as the ends of processes
 * @param x what the horizontal axis shows, with its unit
 * @param y what the vertical axis shows, with its unit
 * @param logarithmic whether the vertical axis is of factors
 * @param from where the horizontal axis begins; empty: at the first point
 * @param to where it ends; empty: at the last point
 */
public record ChartView(
        String title,
        List<Series> series,
        List<Series> before,
        List<FaultBand> bands,
        List<FaultBand> moments,
        String x,
        String y,
        boolean logarithmic,
        OptionalDouble from,
        OptionalDouble to) {
    /** Nothing. */
    public static final ChartView EMPTY = new ChartView(
            "",
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            "",
            "",
            false,
            OptionalDouble.empty(),
            OptionalDouble.empty());

    private static final double LEAST = 1e-3;
    private static final double WIDE = 300;

    public ChartView {
        series = List.copyOf(series);
        before = List.copyOf(before);
        bands = List.copyOf(bands);
        moments = List.copyOf(moments);
    }

    /** Returns lines with their axes, the vertical one of factors if they demand it. */
    public static ChartView of(List<Series> series, List<FaultBand> bands) {
        return of(series, List.of(), bands, List.of(), OptionalDouble.empty(), OptionalDouble.empty());
    }

    /** Returns lines with their axes, over those of another run. */
    public static ChartView of(
            List<Series> series,
            List<Series> before,
            List<FaultBand> bands,
            List<FaultBand> moments,
            OptionalDouble from,
            OptionalDouble to) {
        Optional<Series> any = Stream.concat(series.stream(), before.stream()).findFirst();
        String x = any.map(Series::x).orElse("");
        return new ChartView(
                any.map(Series::chart).orElse(""),
                series,
                before,
                x.endsWith(", s") ? bands : List.of(),
                x.endsWith(", s") ? moments : List.of(),
                x,
                any.map(Series::y).orElse(""),
                any.map(Series::y).orElse("").startsWith("latency") && spread(series, before) > WIDE,
                from,
                to);
    }

    private static double spread(List<Series> series, List<Series> before) {
        ValueScale scale = scale(series, before, true);
        return scale.high() / scale.low();
    }

    /** Returns the vertical scale. */
    public ValueScale scale() {
        return scale(series, before, logarithmic);
    }

    private static ValueScale scale(List<Series> series, List<Series> before, boolean logarithmic) {
        double greatest = 0;
        double least = Double.MAX_VALUE;
        for (Series one : Stream.concat(series.stream(), before.stream()).toList()) {
            for (Point point : one.points()) {
                greatest = Math.max(greatest, point.y());
                least = point.y() > LEAST ? Math.min(least, point.y()) : least;
            }
        }
        return logarithmic
                ? ValueScale.logarithmic(Math.min(least, Math.max(LEAST, greatest)), greatest)
                : ValueScale.linear(greatest);
    }

    /** Returns where the horizontal axis begins. */
    public double first() {
        return from.orElseGet(() -> points().mapToDouble(Point::x).min().orElse(0));
    }

    /** Returns where the horizontal axis ends, later than it begins. */
    public double last() {
        double last = to.orElseGet(() -> points().mapToDouble(Point::x).max().orElse(1));
        return last > first() ? last : first() + 1;
    }

    private Stream<Point> points() {
        return Stream.concat(series.stream(), before.stream()).flatMap(one -> one.points().stream());
    }

    /** Returns the unit of the vertical axis. */
    public String unit() {
        return y.contains(", ") ? y.substring(y.lastIndexOf(", ") + 2) : y;
    }

    /** Returns a value with its unit, such as {@code 8.13 ms}. */
    public String value(double value) {
        return short3(value) + (unit().isEmpty() ? "" : " " + unit());
    }

    /** Returns a value in as few digits as tell it from its neighbours. */
    public static String short3(double value) {
        double size = Math.abs(value);
        if (size >= 10_000_000) {
            return format("%.1f M", value / 1e6);
        }
        if (size >= 100 || value == Math.rint(value)) {
            return format("%,.0f", value);
        }
        return size >= 10 ? format("%.1f", value) : size >= 0.1 ? format("%.2f", value) : format("%.3f", value);
    }

    /** Returns a place on the horizontal axis in words. */
    public String position(double value) {
        return x.endsWith(", s") ? PlotText.moment(Math.round(Math.max(0, value) * 1e9)) : x + ": " + short3(value);
    }

    /** Returns the point of a line that is next to a place; empty: the line has none near it. */
    public static Optional<Point> at(Series series, double x) {
        Point nearest = null;
        for (Point point : series.points()) {
            if (nearest == null || Math.abs(point.x() - x) < Math.abs(nearest.x() - x)) {
                nearest = point;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /** Returns a fault with the server that suffered it. */
    public static String words(FaultBand band) {
        return band.server().map(server -> server + ": " + band.label()).orElse(band.label());
    }
}
