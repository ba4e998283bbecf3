package sosad.app.view.timeline;

import static sosad.model.PlainFormat.format;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.lab.live.LiveTimeline.Band;
import sosad.app.lab.live.LiveTimeline.Lane;
import sosad.app.lab.live.LiveTimeline.Point;
import sosad.app.lab.live.LiveTimeline.Span;
import sosad.app.view.CanvasColours;
import sosad.model.NodeId;

/** Draws a live run: faults as bands, two curves, and a lane for each node; gaps where it had no process. */
final class LiveTimelinePainter {
    private static final double GUTTER = 118;
    private static final double RIGHT = 64;
    private static final double BAND = 18;
    private static final double GAP = 6;
    private static final double LEAST_LANE = 7;
    private static final double USUAL_LANE = 15;
    private static final int MAX_COLUMNS = 5;

    /** A run fills the width from here on, so that the first seconds do not jump. */
    private static final long LEAST_MILLIS = 20_000;

    private static final Map<String, Double> WIDTHS = new HashMap<>();

    private final Pen pen;
    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final LiveTimeline line;
    private final double width;
    private final double height;

    LiveTimelinePainter(GraphicsContext gc, CanvasColours colours, LiveTimeline line, double width, double height) {
        this.pen = new Pen(gc);
        this.gc = gc;
        this.colours = colours;
        this.line = line;
        this.width = width;
        this.height = height;
    }

    /** Returns the time at this place, which may lie outside the run. */
    long millisAt(double x) {
        return Math.round((x - GUTTER) / plotWidth() * spanMillis());
    }

    private double plotWidth() {
        return Math.max(1, width - GUTTER - RIGHT);
    }

    private long spanMillis() {
        return Math.max(LEAST_MILLIS, line.millis());
    }

    private double x(long millis) {
        return GUTTER + plotWidth() * Math.max(0, Math.min(millis, spanMillis())) / spanMillis();
    }

    void draw() {
        int lanes = line.lanes().size();
        double laneStep = laneStep(height, lanes);
        double lanesTop = height - laneStep * lanes - Math.max(0, (USUAL_LANE - laneStep) / 2); // the last name's foot
        int rows = height < 140 ? 1 : height < 190 ? 2 : 3;
        double bandsBottom = rows * (BAND + 2);
        double room = lanesTop - GAP - bandsBottom - GAP;
        double curve = Math.max(8, (room - GAP) / 2);
        bands(rows);
        curve(
                "operations/s",
                point -> point.operations(),
                colours.of("accent"),
                colours.of("accent-soft"),
                bandsBottom + GAP,
                curve);
        curve(
                "entries differ",
                point -> Math.max(0, point.differ()),
                colours.of("held"),
                colours.of("held-soft"),
                bandsBottom + GAP + curve + GAP,
                curve);
        for (int i = 0; i < lanes; i++) {
            lane(line.lanes().get(i), lanesTop + (i + 0.5) * laneStep, i, laneStep);
        }
        double now = x(line.millis());
        pen.line(colours.of("accent"), 2, now, 4, now, height);
        pen.dot(colours.of("accent"), now, 5, 5);
    }

    /** Lanes take less than half of the height, or come close to each other, or take more than half of it. */
    static double laneStep(double height, int lanes) {
        double calm = Math.max(LEAST_LANE, Math.min(USUAL_LANE, 0.42 * height / Math.max(1, lanes)));
        return Math.min(calm, 0.6 * height / Math.max(1, lanes));
    }

    private void bands(int rows) {
        double[] begins = new double[rows];
        Arrays.fill(begins, Double.MAX_VALUE);
        int hidden = line.forgotten();
        for (int i = line.bands().size() - 1; i >= 0; i--) { // the newest first: it has a row in any case
            Band band = line.bands().get(i);
            double from = x(band.span().from());
            double to = Math.max(from + 3, x(band.span().to().orElse(line.millis())));
            int row = 0;
            while (row < rows && begins[row] < to) {
                row++;
            }
            if (row == rows) {
                hidden++;
                continue;
            }
            begins[row] = from - 2;
            double top = row * (BAND + 2);
            gc.setFill(colours.of(band.severe() ? "lost-soft" : "held-soft"));
            gc.fillRoundRect(from, top, to - from, BAND, 4, 4);
            gc.setFill(colours.of(band.severe() ? "lost" : "held"));
            gc.fillRect(from, top, 2, BAND);
            pen.sans(colours.of("text"), shortened(band.words(), to - from - 12), from + 7, top + BAND / 2);
        }
        pen.sans(colours.of("muted"), "faults", 0, BAND / 2);
        if (hidden > 0) {
            right(colours.of("muted"), format("+%,d", hidden), BAND / 2);
        }
    }

    private void curve(String name, ToDoubleFunction<Point> value, Color stroke, Color fill, double top, double tall) {
        List<Point> points = line.points();
        double most = Math.max(1, points.stream().mapToDouble(value).max().orElse(1));
        pen.sans(colours.of("muted"), name, 0, top + tall / 2);
        double bottom = top + tall;
        pen.line(colours.of("line"), 1, GUTTER, bottom, GUTTER + plotWidth(), bottom);
        int count = points.size();
        double[] xs = new double[count + 2];
        double[] ys = new double[count + 2];
        for (int i = 0; i < count; i++) {
            xs[i] = x(Math.min(line.millis(), i * line.stepMillis()));
            ys[i] = bottom - (tall - 2) * value.applyAsDouble(points.get(i)) / most;
        }
        xs[count] = count == 0 ? GUTTER : xs[count - 1];
        ys[count] = bottom;
        xs[count + 1] = GUTTER;
        ys[count + 1] = bottom;
        gc.setFill(fill);
        gc.fillPolygon(xs, ys, count + 2);
        gc.setStroke(stroke);
        gc.setLineWidth(1.5);
        gc.setLineJoin(StrokeLineJoin.ROUND);
        gc.strokePolyline(xs, ys, count);
        if (count > 0) {
            Point last = points.get(count - 1);
            right(stroke, format("%,d", (long) value.applyAsDouble(last)), top + tall / 2);
        }
    }

    private void right(Color colour, String text, double y) {
        pen.bold(colour, text, width - 2, y, TextAlignment.RIGHT);
    }

    private void lane(Lane lane, double y, int index, double step) {
        Color colour = lane.isNode() ? colours.of(lane.name()) : colours.of("muted");
        // Where lanes are close their names stand in columns beside each other.
        int columns = (int) Math.ceil(USUAL_LANE / step);
        if (index % columns < MAX_COLUMNS) {
            pen.bold(colour, name(lane.name()), GUTTER - 12 - 20 * (index % columns), y, TextAlignment.RIGHT);
        }
        long from = 0;
        for (Span gap : lane.gaps()) {
            pen.line(colour, 2, x(from), y, x(gap.from()), y);
            from = gap.to().orElse(line.millis());
        }
        pen.line(colour, 2, x(from), y, x(line.millis()), y);
        for (Span pause : lane.pauses()) {
            double to = x(pause.to().orElse(line.millis()));
            pen.line(colours.of("pane"), 3, x(pause.from()), y, to, y);
            pen.line(colours.of("held"), 2, x(pause.from()), y, to, y, 3, 3);
        }
        lane.kills().forEach(kill -> pen.cross(colours.of("lost"), x(kill), y, Math.min(4, step / 2 - 0.5)));
    }

    private static String name(NodeId node) {
        return node.name().length() <= 2 ? node.name() : node.name().substring(0, 2);
    }

    /** Returns as much of the text as has room, or nothing if that would say nothing. */
    private static String shortened(String text, double room) {
        if (room < 24) {
            return "";
        }
        if (widthOf(text) <= room) {
            return text;
        }
        double share = room / widthOf(text);
        int letters = (int) (text.length() * share) - 1;
        return letters < 3 ? "" : text.substring(0, letters).strip() + "…";
    }

    private static double widthOf(String text) {
        if (WIDTHS.size() > 500) {
            WIDTHS.clear();
        }
        return WIDTHS.computeIfAbsent(text, measured -> {
            Text label = new Text(measured);
            label.setFont(Font.font("System", 13));
            return label.getLayoutBounds().getWidth();
        });
    }
}
