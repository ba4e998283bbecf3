package sosad.app.view.timeline;

import javafx.scene.paint.Color;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.view.Ink;

/** Draws the marks of events and the ends of arrows. */
final class MarkPainter {
    private final Pen pen;
    private final Ink ink;

    MarkPainter(Pen pen, Ink ink) {
        this.pen = pen;
        this.ink = ink;
    }

    void draw(Event event) {
        double x = event.x();
        double y = event.y();
        Color own = event.node().map(ink::of).orElse(ink.of("muted"));
        Color pane = ink.of("pane");
        switch (event.mark()) {
            case WRITE, SEND -> pen.dot(own, x, y, 5);
            case WRITE_LOST -> {
                pen.ring(ink.of("lost"), pane, x, y, 5);
                pen.cross(ink.of("lost"), x, y, 2.2);
            }
            case READ -> pen.ring(own, pane, x, y, 4.5);
            case KILL -> killed(ink.of("dead"), x, y);
            case DEATH -> killed(ink.of("lost"), x, y);
            case START, RESUME -> onGround(x, y, () -> pen.triangle(own, x, y));
            case PAUSE -> onGround(x, y, () -> pen.bars(ink.of("held"), x, y));
            case CLOCK -> clock(own, x, y);
            case CUT, FAILURE, NOT_MET -> pen.cross(ink.of("lost"), x, y, 4);
            case MEND, MET -> pen.tickMark(ink.of("good"), x, y);
            case CHANGED -> pen.diamond(own, x, y);
            case LOSS, PARKED, RELEASED, DELIVERY, TICK -> {
                // Drawn by the arrow, or nothing to see.
            }
        }
        if (event.unscripted()) {
            pen.diamond(ink.of("held"), x, event.node().isPresent() ? y - 12 : y);
        }
    }

    private void killed(Color colour, double x, double y) {
        onGround(x, y, () -> pen.cross(colour, x, y, 5));
    }

    private void onGround(double x, double y, Runnable mark) {
        pen.dot(ink.of("pane"), x, y, 8);
        mark.run();
    }

    private void clock(Color colour, double x, double y) {
        pen.ring(colour, ink.of("pane"), x, y, 6);
        pen.line(colour, 1.5, x, y, x, y - 4);
        pen.line(colour, 1.5, x, y, x + 3, y);
    }

    /** The end of an arrow: a head, a cross, a box on its way, or two bars where it is parked. */
    void end(Arrow arrow) {
        Point end = arrow.end();
        Point before = arrow.way().get(arrow.way().size() - 2);
        switch (arrow.course()) {
            case DELIVERED -> pen.head(ink.of(arrow.from()), before, end);
            case LOST -> pen.cross(ink.of("lost"), end.x(), end.y(), 5);
            case IN_FLIGHT -> pen.square(ink.of(arrow.from()), ink.of("pane"), end.x(), end.y(), 13, 9);
            case PARKED -> onGround(end.x(), end.y(), () -> pen.bars(ink.of("held"), end.x(), end.y()));
        }
        for (int i = 1; i < arrow.way().size() - 1; i++) {
            Point parked = arrow.way().get(i);
            if (parked.y() == arrow.way().get(i + 1).y()) {
                onGround(parked.x(), parked.y(), () -> pen.bars(ink.of("held"), parked.x(), parked.y()));
            }
        }
    }
}
