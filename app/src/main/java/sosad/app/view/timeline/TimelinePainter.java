package sosad.app.view.timeline;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.SpaceTime.Stretch;
import sosad.app.diagram.SpaceTimeLayout;
import sosad.app.view.CanvasColours;

/** Draws what is visible of a {@link SpaceTime} diagram. */
final class TimelinePainter {
    private static final double KNOB_Y = 8;
    private static final double NAME_INDENT = 10;
    private static final double NAME_LETTER = 10;

    private final Pen pen;
    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final SpaceTime diagram;
    private final Box view;
    private final MarkPainter marks;

    /** @param view the part of the diagram that is visible */
    TimelinePainter(GraphicsContext gc, CanvasColours colours, SpaceTime diagram, Box view) {
        this.gc = gc;
        this.colours = colours;
        this.diagram = diagram;
        this.view = view;
        this.pen = new Pen(gc);
        this.marks = new MarkPainter(pen, colours);
    }

    /** Draws what scrolls. */
    void draw(int shownMoment) {
        Event shown = diagram.events().get(shownMoment);
        diagram.columns().forEach(this::column);
        diagram.lanes().forEach(this::lane);
        diagram.arrows().forEach(this::arrow);
        Set<List<Object>> ticked = new HashSet<>();
        for (Event event : diagram.events()) {
            // One tick mark on another would look bolder than one alone.
            boolean isNew = event.mark() != Mark.MET || ticked.add(List.of(event.x(), event.y(), event.unscripted()));
            if (isNew && visible(event.x() - 8, event.x() + 8)) {
                marks.draw(event);
            }
        }
        diagram.labels().forEach(this::label);
        if (shown.x() < diagram.present()) {
            gc.setFill(fainter(colours.of("pane"), 0.55));
            gc.fillRect(shown.x() + 1, 0, diagram.present() - shown.x() + 8, diagram.axisY() - 10);
            playhead(diagram.present(), colours.of("line-strong"), false);
        }
        playhead(shown.x(), colours.of("accent"), true);
    }

    private boolean visible(double from, double to) {
        return to >= view.x() && from <= view.right();
    }

    private void column(Column column) {
        if (!visible(column.x(), column.x() + column.width())) {
            return;
        }
        if (column.x() > SpaceTimeLayout.BADGES) {
            double x = Math.rint(column.x()) + 0.5;
            pen.line(fainter(colours.of("line"), 0.7), 1, x, 22, x, diagram.axisY() + 7);
        }
    }

    /**
     * The steps' names, and what is not as expected, at the foot of what is visible. A step that begins behind the
     * badges has its name beside them.
     */
    void names(int shownMoment) {
        Event shown = diagram.events().get(shownMoment);
        Column now = diagram.columns().stream()
                .filter(column -> column.played() && column.x() <= shown.x())
                .reduce((first, second) -> second)
                .orElseThrow();
        double y = Math.min(diagram.axisY(), view.bottom() - (diagram.height() - diagram.axisY()));
        if (y < diagram.axisY()) {
            gc.setFill(colours.of("pane"));
            gc.fillRect(view.x(), y - 8, view.width(), view.bottom() - y + 8);
        }
        for (Column column : diagram.columns()) {
            String name = "T=" + column.time();
            double x = Math.max(column.x(), view.x() + SpaceTimeLayout.BADGES) + NAME_INDENT;
            if (x > column.x() + NAME_INDENT && !hasRoom(x, x + name.length() * NAME_LETTER, column)) {
                continue;
            }
            if (column.equals(now)) {
                pen.bold(colours.of("text"), name, x, y, TextAlignment.LEFT);
            } else {
                pen.sans(colours.of("muted"), name, x, y);
            }
        }
        if (y < diagram.axisY()) {
            diagram.events().stream()
                    .filter(event -> event.mark() == Mark.NOT_MET && visible(event.x() - 9, event.x() + 9))
                    .forEach(event -> marks.notMet(event.x(), y));
        }
    }

    /** Returns whether a name beside the badges fits into what is seen of its step, and covers no mark there. */
    private boolean hasRoom(double from, double to, Column column) {
        return to < column.x() + column.width()
                && diagram.events().stream()
                        .noneMatch(event -> event.y() == diagram.axisY() && event.x() > from - 9 && event.x() < to + 9)
                && diagram.labels().stream()
                        .map(Label::box)
                        .noneMatch(box -> box.bottom() > diagram.axisY() && box.x() < to && box.right() > from);
    }

    private double betweenLanes() {
        double first = diagram.lanes().get(0).y();
        return diagram.lanes().size() == 1
                ? first + 14
                : (first + diagram.lanes().get(1).y()) / 2;
    }

    /** The ground of the steps to come. */
    void notYet() {
        diagram.columns().stream()
                .filter(column -> !column.played())
                .findFirst()
                .ifPresent(column -> {
                    gc.setFill(colours.of("not-yet"));
                    gc.fillRoundRect(
                            column.x() + 4, 16, diagram.width() - column.x() - 8, diagram.axisY() - 27, 10, 10);
                    pen.sans(colours.of("muted"), "not yet", column.x() + 14, betweenLanes());
                });
    }

    private void lane(Lane lane) {
        pen.line(colours.of("line"), 1.5, diagram.present(), lane.y(), diagram.width() - 8, lane.y());
        for (Stretch stretch : lane.stretches()) {
            if (!visible(stretch.from(), stretch.to())) {
                continue;
            }
            if (stretch.life() == Life.UP) {
                pen.line(colours.of(lane.node()), 2, stretch.from(), lane.y(), stretch.to(), lane.y());
            } else {
                Color colour = colours.of(stretch.life() == Life.DEAD ? "dead" : "held");
                double dash = stretch.life() == Life.DEAD ? 4 : 9;
                pen.line(colour, 1.5, stretch.from(), lane.y(), stretch.to(), lane.y(), dash, 4);
            }
        }
    }

    private void arrow(Arrow arrow) {
        Point start = arrow.way().get(0);
        Point end = arrow.end();
        if (!visible(start.x(), end.x() + 12)) {
            return;
        }
        Color colour =
                switch (arrow.course()) {
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                    case DELIVERED, IN_FLIGHT -> colours.of(arrow.from());
                };
        double width = arrow.isInquiry() ? 0.8 : 1.6;
        for (int i = 1; i < arrow.way().size(); i++) {
            Point a = arrow.way().get(i - 1);
            Point b = arrow.way().get(i);
            if (arrow.course() == Course.LOST) {
                pen.line(colour, width, a.x(), a.y(), b.x(), b.y(), 5, 4);
            } else if (a.y() == b.y()) {
                pen.line(colours.of("held"), 1.6, a.x(), a.y(), b.x(), b.y(), 2, 4);
            } else {
                pen.line(colour, width, a.x(), a.y(), b.x(), b.y());
            }
        }
        marks.end(arrow);
    }

    private void label(Label label) {
        Box box = label.box();
        if (!visible(box.x(), box.right())) {
            return;
        }
        Color colour =
                switch (label.tone()) {
                    case PLAIN -> colours.of("text");
                    case QUIET -> colours.of("muted");
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                };
        // Arrows that pass behind a text stop for it.
        gc.setFill(fainter(colours.of("pane"), 0.92));
        gc.fillRect(box.x() - 1, box.y() + 2, box.width() + 2, box.height() - 4);
        pen.mono(colour, label.text(), box.x(), box.centre().y());
    }

    /** A line that stops for the labels it would cross. */
    private void playhead(double x, Color colour, boolean knob) {
        double at = Math.rint(x);
        double from = KNOB_Y;
        for (Box label : crossed(at)) {
            if (label.y() > from) {
                pen.line(colour, knob ? 1.75 : 1, at, from, at, label.y());
            }
            from = Math.max(from, label.bottom());
        }
        double end = diagram.axisY() - 9;
        if (from < end) {
            pen.line(colour, knob ? 1.75 : 1, at, from, at, end);
        }
        if (knob) {
            pen.dot(colour, at, KNOB_Y, 5.5);
        }
    }

    private List<Box> crossed(double x) {
        return diagram.labels().stream()
                .map(Label::box)
                .filter(box -> box.x() - 3 <= x && x <= box.right() + 3)
                .sorted(Comparator.comparingDouble(Box::y))
                .toList();
    }

    static Color fainter(Color colour, double opacity) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }
}
