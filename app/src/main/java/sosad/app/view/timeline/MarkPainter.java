package sosad.app.view.timeline;

import javafx.scene.paint.Color;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;

/** Draws the marks of events and the ends of arrows. */
final class MarkPainter {
    private final Pen pen;
    private final CanvasColours colours;
    private final Viewport view;

    MarkPainter(Pen pen, CanvasColours colours, Viewport view) {
        this.pen = pen;
        this.colours = colours;
        this.view = view;
    }

    void draw(Event event) {
        Point at = view.inView(event.x(), event.y());
        double x = at.x();
        double y = at.y();
        Color own = event.node().map(colours::of).orElse(colours.of("muted"));
        Color pane = colours.of("pane");
        switch (event.mark()) {
            case WRITE, SEND -> pen.dot(own, x, y, 5);
            case WRITE_LOST -> {
                pen.ring(colours.of("lost"), pane, x, y, 5);
                pen.cross(colours.of("lost"), x, y, 2.2);
            }
            case READ -> pen.ring(own, pane, x, y, 4.5);
            case READ_STALE -> {
                pen.ring(colours.of("held"), pane, x, y, 5.5);
                pen.ring(own, pane, x, y, 3);
            }
            case KILL -> killed(colours.of("dead"), x, y);
            case DEATH -> killed(colours.of("lost"), x, y);
            case START, RESUME -> onGround(x, y, () -> pen.triangle(own, x, y));
            case PAUSE -> onGround(x, y, () -> pen.bars(colours.of("held"), x, y));
            case CLOCK -> clock(own, x, y);
            case CUT, FAILURE -> pen.cross(colours.of("lost"), x, y, 4);
            case NOT_MET -> notMet(x, y);
            case MEND, MET -> pen.tickMark(colours.of("good"), x, y);
            case CHANGED -> pen.diamond(own, x, y);
            case LOSS, PARKED, RELEASED, DELIVERY, TICK -> {
                // Drawn by the arrow, or nothing to see.
            }
        }
        if (event.unscripted()) {
            pen.diamond(colours.of("held"), x, event.node().isPresent() ? y - 12 : y);
        }
    }

    /** An expectation that is not met: larger than other marks, for it is what a lesson is judged by. */
    void notMet(double x, double y) {
        pen.dot(colours.of("lost"), x, y, 9);
        pen.cross(colours.of("pane"), x, y, 4);
    }

    private void killed(Color colour, double x, double y) {
        onGround(x, y, () -> pen.cross(colour, x, y, 5));
    }

    private void onGround(double x, double y, Runnable mark) {
        pen.dot(colours.of("pane"), x, y, 8);
        mark.run();
    }

    private void clock(Color colour, double x, double y) {
        pen.ring(colour, colours.of("pane"), x, y, 6);
        pen.line(colour, 1.5, x, y, x, y - 4);
        pen.line(colour, 1.5, x, y, x + 3, y);
    }

    /** The end of an arrow: a head, a cross, a box on its way, or two bars where it is parked. */
    void end(Arrow arrow) {
        Point end = inView(arrow.end());
        Point before = inView(arrow.way().get(arrow.way().size() - 2));
        switch (arrow.course()) {
            case DELIVERED -> pen.head(colours.of(arrow.from()), before, end);
            case LOST -> pen.cross(colours.of("lost"), end.x(), end.y(), 5);
            case IN_FLIGHT -> pen.square(colours.of(arrow.from()), colours.of("pane"), end.x(), end.y(), 13, 9);
            case PARKED -> onGround(end.x(), end.y(), () -> pen.bars(colours.of("held"), end.x(), end.y()));
        }
        for (int i = 1; i < arrow.way().size() - 1; i++) {
            if (arrow.way().get(i).y() == arrow.way().get(i + 1).y()) {
                Point parked = inView(arrow.way().get(i));
                onGround(parked.x(), parked.y(), () -> pen.bars(colours.of("held"), parked.x(), parked.y()));
            }
        }
    }

    private Point inView(Point point) {
        return view.inView(point.x(), point.y());
    }
}
