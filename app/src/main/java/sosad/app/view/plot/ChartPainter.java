package sosad.app.view.plot;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.diagram.plot.AxisMarks;
import sosad.app.diagram.plot.ValueScale;
import sosad.app.view.CanvasColours;
import sosad.app.viewmodel.plot.ChartView;
import sosad.app.viewmodel.plot.PlotText;

/** Draws a chart: bands, the grid with its marks, the lines, and their names beside their ends. */
final class ChartPainter {
    private static final double LEFT = 44;
    private static final double HEAD = 24;

    /** Charts below each other have their axes below each other, too. */
    private static final double NAMES = 58;

    private static final double FOOT = 18;
    private static final double LINE = 13;

    private final PlotPen pen;
    private final CanvasColours colours;
    private final ChartInk ink;
    private final ChartView chart;
    private final ValueScale scale;
    private final double left;
    private final double right;
    private final double top;
    private final double bottom;
    private final double first;
    private final double last;

    ChartPainter(PlotPen pen, CanvasColours colours, ChartView chart, double width, double height) {
        this.pen = pen;
        this.colours = colours;
        this.chart = chart;
        ink = new ChartInk(colours);
        scale = chart.scale();
        left = LEFT * pen.unit;
        right = Math.max(left + 1, width - namesWidth());
        top = HEAD * pen.unit;
        bottom = Math.max(top + 1, height - FOOT * pen.unit);
        first = chart.first();
        last = chart.last();
    }

    private double namesWidth() {
        double widest = chart.series().stream()
                .mapToDouble(series -> pen.width(series.name()))
                .max()
                .orElse(0);
        return Math.max(NAMES * pen.unit, widest + 14 * pen.unit);
    }

    private double x(double value) {
        return left + (value - first) / (last - first) * (right - left);
    }

    private double y(double value) {
        return bottom - scale.share(value) * (bottom - top);
    }

    /** Returns the horizontal value at a place. */
    double valueAt(double x) {
        return first + (Math.max(left, Math.min(right, x)) - left) / (right - left) * (last - first);
    }

    /** @param pointedX where the mouse is; not a number: elsewhere */
    void draw(double pointedX) {
        pen.bold(colours.of("text"), chart.title(), 0, 8 * pen.unit, TextAlignment.LEFT);
        if (!chart.unit().isEmpty()) {
            pen.text(colours.of("muted"), chart.y(), right, 8 * pen.unit, TextAlignment.RIGHT);
        }
        chart.bands().forEach(this::band);
        grid();
        chart.moments().forEach(this::moment);
        GraphicsContext gc = pen.gc;
        gc.save();
        gc.beginPath();
        gc.rect(left, top - 2, right - left, bottom - top + 4);
        gc.clip();
        gc.setLineJoin(StrokeLineJoin.ROUND);
        for (int i = 0; i < chart.before().size(); i++) {
            line(chart.before().get(i), i, true);
        }
        for (int i = 0; i < chart.series().size(); i++) {
            line(chart.series().get(i), i, false);
        }
        gc.restore();
        if (pointedX >= left && pointedX <= right) {
            pen.line(colours.of("muted"), 1, Math.rint(pointedX) + 0.5, top, Math.rint(pointedX) + 0.5, bottom);
        }
        names();
    }

    private void band(FaultBand band) {
        double from = Math.max(left, x(band.fromNanos() / 1e9));
        double to = Math.min(right, x(band.untilNanos() / 1e9));
        if (to >= left && from <= right) {
            boolean isServers = band.server().isPresent();
            pen.rect(
                    colours.of(isServers ? "lost-soft" : "held-soft"), from, top, Math.max(2, to - from), bottom - top);
        }
    }

    /** The end of a process: a line, and a cross above it in the colour of what is lost. */
    private void moment(FaultBand moment) {
        double at = Math.rint(x(moment.fromNanos() / 1e9)) + 0.5;
        if (at >= left && at <= right) {
            Color colour = colours.of("lost");
            double arm = 3 * pen.unit;
            pen.line(colour, 1, at, top, at, bottom);
            pen.line(colour, 2, at - arm, top - arm, at + arm, top + arm);
            pen.line(colour, 2, at - arm, top + arm, at + arm, top - arm);
        }
    }

    private void grid() {
        int rows = (int) Math.max(1, (bottom - top) / (26 * pen.unit));
        for (double mark : scale.marks(rows)) {
            double at = Math.rint(y(mark)) + 0.5;
            pen.line(colours.of("line"), 1, left, at, right, at);
            pen.text(colours.of("muted"), ChartView.short3(mark), left - 6 * pen.unit, at, TextAlignment.RIGHT);
        }
        boolean isTime = chart.x().endsWith(", s");
        AxisMarks ticks = AxisMarks.between(first, last, (int) Math.max(2, (right - left) / (80 * pen.unit)));
        for (double tick : ticks.values()) {
            String words = isTime
                    ? PlotText.onAxis(Math.round(tick * 1e9), Math.round(ticks.step() * 1e9))
                    : ChartView.short3(tick);
            double at = Math.rint(x(tick)) + 0.5;
            pen.line(colours.of("line-strong"), 1, at, bottom, at, bottom + 3);
            double half = pen.width(words) / 2;
            double inside = Math.max(left + half, Math.min(right - half, at));
            pen.text(colours.of("muted"), words, inside, bottom + FOOT * pen.unit / 2 + 2, TextAlignment.CENTER);
        }
    }

    private void line(Series series, int index, boolean isBefore) {
        List<Point> points = series.points();
        double[] xs = points.stream().mapToDouble(point -> x(point.x())).toArray();
        double[] ys = points.stream().mapToDouble(point -> y(point.y())).toArray();
        GraphicsContext gc = pen.gc;
        gc.setStroke(ink.of(series, index));
        gc.setLineWidth(isBefore ? 1 : 1.6);
        gc.setGlobalAlpha(isBefore ? 0.7 : 1);
        gc.setLineDashes(isBefore ? new double[] {5, 4} : new double[0]);
        gc.strokePolyline(xs, ys, xs.length);
        gc.setLineDashes();
        gc.setGlobalAlpha(1);
    }

    /** Names stand at the height of the last point, or a little beside where they would overlap. */
    private void names() {
        List<Name> names = new ArrayList<>();
        for (int i = 0; i < chart.series().size(); i++) {
            Series series = chart.series().get(i);
            if (!series.points().isEmpty()) {
                double at = y(series.points().get(series.points().size() - 1).y());
                names.add(new Name(series.name(), ink.of(series, i), at));
            }
        }
        names.sort((one, other) -> Double.compare(one.y, other.y));
        double step = Math.min(LINE * pen.unit, (bottom - top + LINE) / Math.max(1, names.size()));
        double floor = bottom + 4 - step * (names.size() - 1);
        double free = top - 4;
        for (Name name : names) {
            double at = Math.max(free, Math.min(floor, name.y));
            pen.bold(name.colour, name.words, right + 6 * pen.unit, at, TextAlignment.LEFT);
            free = at + step;
            floor += step;
        }
    }

    private record Name(String words, Color colour, double y) {}
}
