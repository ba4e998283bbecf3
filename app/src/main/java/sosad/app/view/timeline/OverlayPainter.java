package sosad.app.view.timeline;

import static sosad.app.view.timeline.TimelinePainter.fainter;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import sosad.app.diagram.Box;
import sosad.app.diagram.LabelRoom;
import sosad.app.diagram.Lights;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;

/** Draws what lies over a diagram and changes without it: the moment shown, what is lit, what was found. */
final class OverlayPainter {
    private static final double KNOB = 8;
    private static final double NAME_INDENT = 10;
    private static final double NAME_LETTER = 10;
    private static final double NAME_DOWN = 16;
    private static final double DIMMED = 0.74;

    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final SpaceTime diagram;
    private final Viewport view;
    private final Pen pen;
    private final boolean isRight;
    private final double axis;

    OverlayPainter(GraphicsContext gc, CanvasColours colours, SpaceTime diagram, Viewport view) {
        this.gc = gc;
        this.colours = colours;
        this.diagram = diagram;
        this.view = view;
        this.pen = new Pen(gc);
        this.isRight = view.direction() == TimeDirection.RIGHT;
        // The steps are named at the edge of what is visible.
        this.axis = isRight
                ? Math.min(diagram.axisY() - view.across(), view.breadth() - (diagram.height() - diagram.axisY()))
                : diagram.axisY();
    }

    /** Dims all but what is lit. */
    void drawLights(Lights lights, Function<Arrow, String> contents) {
        dim(view.direction().head() - 14, view.length(), DIMMED);
        new TimelinePainter(gc, colours, diagram, view).drawLit(lights, contents);
    }

    private void dim(double from, double to, double opacity) {
        Box box = view.direction().place(new Box(from, 0, to - from, view.breadth()));
        gc.setFill(fainter(colours.of("pane"), opacity));
        gc.fillRect(box.x(), box.y(), box.width(), box.height());
    }

    /** Draws the moment shown, and dims what came after it. */
    void drawShown(Event shown, boolean isDimming) {
        gc.save();
        Box seen = view.direction()
                .place(new Box(
                        view.direction().head() - 12,
                        0,
                        view.length() - view.direction().head() + 12,
                        view.breadth()));
        gc.beginPath();
        gc.rect(seen.x(), seen.y(), seen.width(), seen.height());
        gc.clip();
        double at = view.alongOf(shown.x());
        double present = view.alongOf(diagram.present());
        if (shown.x() < diagram.present()) {
            if (isDimming) {
                double from = isRight ? 0 : axis + 14;
                double to = isRight ? diagram.axisY() - 10 - view.across() : view.breadth();
                Box box = view.direction().place(new Box(at + 1, from, present - at + 7, to - from));
                gc.setFill(fainter(colours.of("pane"), 0.55));
                gc.fillRect(box.x(), box.y(), box.width(), box.height());
            }
            playhead(present, colours.of("line-strong"), false);
        }
        playhead(at, colours.of("accent"), true);
        gc.restore();
    }

    /** A line that stops for the labels it would cross. */
    private void playhead(double along, Color colour, boolean hasKnob) {
        double at = Math.rint(along);
        if (at < 0 || at > view.length()) {
            return;
        }
        double begin = isRight ? KNOB - view.across() : axis + NAME_DOWN + 34;
        double end = isRight ? diagram.axisY() - 9 - view.across() : farEnd();
        double width = hasKnob ? 1.75 : 1;
        double from = begin;
        for (Box label : crossed(at)) {
            if (label.y() > from) {
                stroke(colour, width, at, from, label.y());
            }
            from = Math.max(from, label.bottom());
        }
        if (from < end) {
            stroke(colour, width, at, from, end);
        }
        if (hasKnob) {
            Point knob = view.direction().place(at, isRight ? begin : end);
            pen.dot(colour, knob.x(), knob.y(), 5.5);
        }
    }

    private void stroke(Color colour, double width, double at, double from, double to) {
        Point begin = view.direction().place(at, from);
        Point end = view.direction().place(at, to);
        pen.line(colour, width, begin.x(), begin.y(), end.x(), end.y());
    }

    private double farEnd() {
        return Math.min(diagram.height() - view.across(), view.breadth()) - KNOB;
    }

    /** The boxes of the texts that a line at a place along the view would cross, turned as if time went right. */
    private List<Box> crossed(double along) {
        return new LabelRoom(diagram, view)
                .shown().stream()
                        .map(view::inView)
                        .map(view.direction()::place)
                        .filter(box -> box.x() - 3 <= along && along <= box.right() + 3)
                        .sorted(Comparator.comparingDouble(Box::y))
                        .toList();
    }

    /** Rings what was found, the one looked at twice. */
    void drawHits(List<Event> hits, int current) {
        for (Event hit : hits) {
            Point at = view.inView(hit.x(), hit.y());
            ring(at, 9, 1.75, colours.of("accent"));
            if (hit.snapshot() == current) {
                ring(at, 12.5, 2.5, colours.of("accent"));
            }
        }
    }

    /** Rings the event that has the keyboard. */
    void drawFocus(Event event) {
        ring(view.inView(event.x(), event.y()), 10, 2, colours.of("text"));
    }

    private void ring(Point at, double radius, double width, Color colour) {
        gc.setStroke(colour);
        gc.setLineWidth(width);
        gc.strokeOval(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius);
    }

    /**
     * Draws the steps' names, and what is not as expected, at the edge of what is visible. A step that begins behind
     * the badges has its name beside them.
     */
    void drawNames(Event shown) {
        List<Column> begun = diagram.columnsWithin(0, shown.x());
        Column now = begun.get(begun.size() - 1);
        boolean isAfloat = isRight ? axis < diagram.axisY() - view.across() : view.across() > 0;
        if (isAfloat) {
            gc.setFill(colours.of("pane"));
            Box box = isRight
                    ? new Box(0, axis - 8, view.length(), view.breadth() - axis + 8)
                    : new Box(0, view.direction().head() - 12, axis + NAME_DOWN + 28, view.length());
            gc.fillRect(box.x(), box.y(), box.width(), box.height());
        }
        double head = view.direction().head();
        double free = -1;
        int marked = view.stepsMarked(diagram);
        for (Column column : diagram.columnsWithin(view.begin(), view.end())) {
            if (column.index() % marked != 0 && !column.equals(now)) {
                continue;
            }
            String name = "T=" + column.time();
            double along = view.alongOf(column.x());
            double room = isRight ? name.length() * NAME_LETTER : 16;
            double from = Math.max(along, head) + (isRight ? NAME_INDENT : NAME_DOWN - 8);
            boolean isMoved = along < head;
            if ((isMoved && !hasRoom(from, from + room, column)) || from < free || from + room > view.length()) {
                continue;
            }
            free = from + room;
            Point at = isRight ? new Point(from, axis) : new Point(axis + 8, from + 8);
            if (column.equals(now)) {
                pen.bold(colours.of("text"), name, at.x(), at.y(), TextAlignment.LEFT);
            } else {
                pen.sans(colours.of("muted"), name, at.x(), at.y());
            }
        }
        if (isAfloat && isRight) {
            MarkPainter marks = new MarkPainter(pen, colours, view);
            diagram.eventsWithin(view.begin(), view.end()).stream()
                    .filter(event -> event.mark() == Mark.NOT_MET)
                    .forEach(event -> marks.notMet(view.alongOf(event.x()), axis));
        }
    }

    /** Returns whether a name beside the badges fits into what is seen of its step, and covers no mark there. */
    private boolean hasRoom(double from, double to, Column column) {
        return to < view.alongOf(column.x() + column.width())
                && diagram.eventsWithin(view.xAt(from - 9), view.xAt(to + 9)).stream()
                        .noneMatch(event -> event.y() == diagram.axisY())
                && new LabelRoom(diagram, view)
                        .shown().stream()
                                .filter(this::isOnAxis)
                                .map(view::inView)
                                .map(view.direction()::place)
                                .noneMatch(box -> box.x() < to && box.right() > from);
    }

    private boolean isOnAxis(Label label) {
        return isRight ? label.box().bottom() > diagram.axisY() : label.box().y() < diagram.axisY() + 30;
    }
}
