package sosad.app.check.report;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;

/** Lines in common axes as an SVG picture, in the colours of the page that it stands in. */
final class SvgChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 232;
    private static final int LEFT = 56;
    private static final int RIGHT = 24;
    private static final int TOP = 26;
    private static final int CHARACTER_WIDTH = 6;
    private static final int BOTTOM = 40;
    private static final int COLOURS = 6;
    private static final double NANOS_A_SECOND = TimeUnit.SECONDS.toNanos(1);

    private final List<Series> lines;
    private final StringBuilder svg = new StringBuilder();
    private final SvgAxis x;
    private final SvgAxis y;

    /** @param lines at least one, all of one chart */
    SvgChart(List<Series> lines) {
        this.lines = lines;
        double least = bound(Point::x, false);
        this.x = SvgAxis.between(least, Math.max(bound(Point::x, true), least), 8);
        this.y = SvgAxis.between(Math.min(0, bound(Point::y, false)), bound(Point::y, true), 4);
    }

    private double bound(ToDoubleFunction<Point> coordinate, boolean greatest) {
        var values = lines.stream().flatMap(line -> line.points().stream()).mapToDouble(coordinate);
        return (greatest ? values.max() : values.min()).orElse(0);
    }

    /** @param bands the faults drawn behind the lines, if the horizontal axis is the time in seconds */
    String text(List<FaultBand> bands) {
        Series first = lines.get(0);
        svg.append(format(
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s: %s\">",
                WIDTH, HEIGHT, MarkupText.escaped(first.chart()), MarkupText.escaped(names())));
        if (first.x().startsWith("time, s")) {
            bands.forEach(this::band);
        }
        y.values().forEach(value -> {
            double at = y(value);
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, at, at));
            label("end", LEFT - 8, at + 4, y.label(value));
        });
        x.values().forEach(value -> label("middle", x(value), HEIGHT - BOTTOM + 16, x.label(value)));
        label("end", WIDTH - RIGHT, HEIGHT - 6, first.x());
        label("start", 0, 11, first.y());
        for (int i = 0; i < lines.size(); i++) {
            line(lines.get(i), i);
        }
        return svg.append("</svg>").toString();
    }

    /** Returns the names of the lines, each with its colour, unless there is only one. */
    String legend() {
        if (lines.size() < 2) {
            return "";
        }
        StringBuilder legend = new StringBuilder("<p class=\"legend\">");
        for (int i = 0; i < lines.size(); i++) {
            legend.append(format(
                    "<span><i class=\"s%d%s\"></i>%s</span>",
                    i % COLOURS,
                    i >= COLOURS ? " dashed" : "",
                    MarkupText.escaped(lines.get(i).name())));
        }
        return legend.append("</p>").toString();
    }

    private String names() {
        return String.join(", ", lines.stream().map(Series::name).toList());
    }

    private void band(FaultBand band) {
        double from = Math.max(band.fromNanos() / NANOS_A_SECOND, x.least());
        double until = Math.min(band.untilNanos() / NANOS_A_SECOND, x.greatest());
        if (until >= from) {
            svg.append(format(
                    "<rect class=\"band\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s</title></rect>",
                    x(from),
                    TOP,
                    Math.max(2, x(until) - x(from)),
                    HEIGHT - BOTTOM - TOP,
                    MarkupText.escaped(
                            band.server().map(server -> server + ": ").orElse("") + band.label())));
            if (x(until) - x(from) > CHARACTER_WIDTH * band.label().length()) {
                label("start", x(from) + 4, TOP + 13, band.label());
            }
        }
    }

    private void line(Series line, int index) {
        List<String> points = new ArrayList<>();
        line.points().forEach(point -> points.add(format("%.1f,%.1f", x(point.x()), y(point.y()))));
        String colour = format("s%d%s", index % COLOURS, index >= COLOURS ? " dashed" : "");
        if (points.size() == 1) {
            Point only = line.points().get(0);
            svg.append(format(
                    "<circle class=\"dot %s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3\"/>", colour, x(only.x()), y(only.y())));
        } else if (!points.isEmpty()) {
            svg.append("<polyline class=\"line %s\" points=\"%s\"><title>%s</title></polyline>"
                    .formatted(colour, String.join(" ", points), MarkupText.escaped(line.name())));
        }
    }

    private void label(String anchor, double at, double baseline, String words) {
        svg.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                anchor,
                at,
                baseline,
                MarkupText.escaped(words)));
    }

    private double x(double value) {
        return LEFT + x.share(value) * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return HEIGHT - BOTTOM - y.share(value) * (HEIGHT - BOTTOM - TOP);
    }
}
