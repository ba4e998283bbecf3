package sosad.app.view.timeline;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import sosad.app.diagram.Box;
import sosad.app.diagram.LabelRoom;
import sosad.app.diagram.Lights;
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
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;

/** Draws what is in view of a {@link SpaceTime} diagram, all of it or what is lit. */
final class TimelinePainter {
    private static final double MARK = 9;

    private final Pen pen;
    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final SpaceTime diagram;
    private final Viewport view;
    private final TimeLine line;
    private final MarkPainter marks;

    TimelinePainter(GraphicsContext gc, CanvasColours colours, SpaceTime diagram, Viewport view) {
        this.gc = gc;
        this.colours = colours;
        this.diagram = diagram;
        this.view = view;
        this.pen = new Pen(gc);
        this.line = new TimeLine(pen, view);
        this.marks = new MarkPainter(pen, colours, view);
    }

    /** Draws the steps and the lanes. */
    void drawGround() {
        notYet();
        int marked = view.stepsMarked(diagram);
        for (Column column : diagram.columnsWithin(view.begin(), view.end())) {
            if (column.index() % marked == 0) {
                column(column);
            }
        }
        diagram.lanes().forEach(this::lane);
    }

    /** Draws messages, events and texts. */
    void drawAll() {
        arrows().forEach(arrow -> arrow(arrow, 1));
        Set<List<Object>> ticked = new HashSet<>();
        for (Event event : events()) {
            // One tick mark on another would look bolder than one alone.
            if (event.mark() != Mark.MET || ticked.add(List.of(event.x(), event.y(), event.unscripted()))) {
                marks.draw(event);
            }
        }
        new LabelRoom(diagram, view).shown().forEach(label -> label(label, false));
    }

    /**
     * Draws what is lit, stronger than usual.
     *
     * @param contents what a message says that has no text of its own; empty: nothing
     */
    void drawLit(Lights lights, Function<Arrow, String> contents) {
        List<Arrow> arrows = arrows().stream().filter(lights::has).toList();
        arrows.forEach(arrow -> arrow(arrow, 1.8));
        events().stream().filter(lights::has).forEach(marks::draw);
        LabelRoom room = new LabelRoom(diagram, view);
        List<Label> own = room.among(lights::has);
        own.forEach(label -> label(label, true));
        for (Arrow arrow : arrows) {
            String text = contents.apply(arrow);
            Box box = text.isEmpty() ? null : room.beside(arrow, text);
            if (box != null) {
                text(box, text, colours.of(arrow.from()), true);
            }
        }
    }

    private List<Event> events() {
        return diagram.eventsWithin(view.begin() - view.time(MARK), view.end() + view.time(MARK));
    }

    private List<Arrow> arrows() {
        return diagram.arrows().within(view.begin() - view.time(MARK), view.end() + view.time(MARK));
    }

    private void column(Column column) {
        if (column.x() <= view.direction().head()) {
            return;
        }
        boolean isRight = view.direction() == TimeDirection.RIGHT;
        double along = Math.rint(view.alongOf(column.x())) + 0.5;
        double from = isRight ? 22 : diagram.axisY() + 14;
        double to = isRight ? diagram.axisY() + 7 : diagram.height() - 14;
        line.across(fainter(colours.of("line"), 0.7), 1, along, from, to);
    }

    /** The ground of the steps to come. */
    private void notYet() {
        Column last = diagram.columns().get(diagram.columns().size() - 1);
        if (last.played()) {
            return;
        }
        Column next = diagram.columns().stream()
                .filter(column -> !column.played())
                .findFirst()
                .orElseThrow();
        double from = view.alongOf(next.x()) + 4;
        double to = view.alongOf(diagram.width()) - 4;
        boolean isRight = view.direction() == TimeDirection.RIGHT;
        double top = isRight ? 16 : diagram.axisY() + 14;
        double bottom = isRight ? diagram.axisY() - 11 : diagram.height() - 8;
        Box box = view.direction().place(new Box(from, top - view.across(), to - from, bottom - top));
        gc.setFill(colours.of("not-yet"));
        gc.fillRoundRect(box.x(), box.y(), box.width(), box.height(), 10, 10);
        Point text = isRight
                ? new Point(from + 10, betweenLanes() - view.across())
                : new Point(betweenLanes() - view.across() - 22, from + 14);
        pen.sans(colours.of("muted"), "not yet", text.x(), text.y());
    }

    private double betweenLanes() {
        double first = diagram.lanes().get(0).y();
        return diagram.lanes().size() == 1
                ? first + 14
                : (first + diagram.lanes().get(1).y()) / 2;
    }

    private void lane(Lane lane) {
        line.draw(colours.of("line"), 1.5, diagram.present(), lane.y(), diagram.width() - view.time(8), lane.y());
        for (Stretch stretch : lane.within(view.begin(), view.end())) {
            // Before the first one a lane begins beside its badge, however far time is stretched.
            double from =
                    stretch.from() < view.direction().head() ? view.direction().head() - view.time(12) : stretch.from();
            if (stretch.life() == Life.UP) {
                line.draw(colours.of(lane.node()), 2, from, lane.y(), stretch.to(), lane.y());
            } else {
                Color colour = colours.of(stretch.life() == Life.DEAD ? "dead" : "held");
                double dash = stretch.life() == Life.DEAD ? 4 : 9;
                line.draw(colour, 1.5, from, lane.y(), stretch.to(), lane.y(), dash, 4);
            }
        }
    }

    private void arrow(Arrow arrow, double strength) {
        Color colour =
                switch (arrow.course()) {
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                    case DELIVERED, IN_FLIGHT -> colours.of(arrow.from());
                };
        double width = (arrow.isInquiry() ? 0.8 : 1.6) * strength;
        for (int i = 1; i < arrow.way().size(); i++) {
            Point a = arrow.way().get(i - 1);
            Point b = arrow.way().get(i);
            if (arrow.course() == Course.LOST) {
                line.draw(colour, width, a.x(), a.y(), b.x(), b.y(), 5, 4);
            } else if (a.y() == b.y()) {
                line.draw(colours.of("held"), 1.6 * strength, a.x(), a.y(), b.x(), b.y(), 2, 4);
            } else {
                line.draw(colour, width, a.x(), a.y(), b.x(), b.y());
            }
        }
        marks.end(arrow);
    }

    private void label(Label label, boolean isStrong) {
        Color colour =
                switch (label.tone()) {
                    case PLAIN -> colours.of("text");
                    case QUIET -> colours.of("muted");
                    case LOST -> colours.of("lost");
                    case PARKED -> colours.of("held");
                };
        text(view.inView(label), label.text(), colour, isStrong);
    }

    private void text(Box box, String text, Color colour, boolean isStrong) {
        // Arrows that pass behind a text stop for it.
        gc.setFill(fainter(colours.of("pane"), 0.92));
        gc.fillRect(box.x() - 1, box.y() + 2, box.width() + 2, box.height() - 4);
        if (isStrong) {
            pen.strongMono(colour, text, box.x(), box.centre().y());
        } else {
            pen.mono(colour, text, box.x(), box.centre().y());
        }
    }

    static Color fainter(Color colour, double opacity) {
        return Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), opacity);
    }
}
