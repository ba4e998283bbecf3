package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.List;

/**
 * Points of a line in a chart. Series with the same chart are drawn into one, in the same axes.
 *
 * @param chart the title of the chart, such as {@code Throughput}
 * @param name what this line is, such as {@code node A}
 * @param x what the horizontal axis shows, with its unit: {@code time, s}
 * @param y what the vertical axis shows, with its unit: {@code operations/s}
 * @param points the points, from left to right; at most {@value #MAX_POINTS}
 */
public record Series(String chart, String name, String x, String y, List<Point> points) {
    /** The most points: more are no longer seen. */
    public static final int MAX_POINTS = 2_000;

    /**
     * A point.
     *
     * @param x the horizontal coordinate, finite
     * @param y the vertical coordinate, finite
     */
    public record Point(double x, double y) {
        public Point {
            refuseIf(!Double.isFinite(x) || !Double.isFinite(y), "(%s, %s) is no point of a line", x, y);
        }
    }

    /** @throws IllegalArgumentException if there are too many points, or they do not go from left to right */
    public Series {
        points = List.copyOf(points);
        refuseIf(
                points.size() > MAX_POINTS,
                "%s, %s: %,d points; the limit is %,d",
                chart,
                name,
                points.size(),
                MAX_POINTS);
        for (int i = 1; i < points.size(); i++) {
            refuseIf(
                    points.get(i).x() < points.get(i - 1).x(),
                    "%s, %s: point %,d is left of the one before it",
                    chart,
                    name,
                    i);
        }
    }
}
