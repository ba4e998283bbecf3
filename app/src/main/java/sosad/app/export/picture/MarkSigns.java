package sosad.app.export.picture;

import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.export.picture.Picture.Align;
import sosad.app.export.picture.Picture.Colour;
import sosad.model.NodeId;

/** The signs of events, of the ends of arrows and of nodes. */
final class MarkSigns {
    private final Sketch sketch;
    private final PictureColours colours;

    MarkSigns(Sketch sketch, PictureColours colours) {
        this.sketch = sketch;
        this.colours = colours;
    }

    void draw(Event event) {
        double x = event.x();
        double y = event.y();
        Colour own = event.node().map(colours::of).orElse(colours.of("muted"));
        Colour pane = colours.of("pane");
        switch (event.mark()) {
            case WRITE, SEND -> sketch.dot(own, x, y, 5);
            case WRITE_LOST -> {
                sketch.ring(colours.of("lost"), pane, x, y, 5);
                sketch.cross(colours.of("lost"), x, y, 2.2);
            }
            case READ -> sketch.ring(own, pane, x, y, 4.5);
            case READ_STALE -> {
                sketch.ring(colours.of("held"), pane, x, y, 5.5);
                sketch.ring(own, pane, x, y, 3);
            }
            case KILL -> onGround(x, y, () -> sketch.cross(colours.of("dead"), x, y, 5));
            case DEATH -> onGround(x, y, () -> sketch.cross(colours.of("lost"), x, y, 5));
            case START, RESUME -> onGround(x, y, () -> sketch.triangle(own, x, y));
            case PAUSE -> onGround(x, y, () -> sketch.bars(colours.of("held"), x, y));
            case CLOCK -> clock(own, x, y);
            case CUT, FAILURE -> sketch.cross(colours.of("lost"), x, y, 4);
            case NOT_MET -> {
                sketch.dot(colours.of("lost"), x, y, 9);
                sketch.cross(pane, x, y, 4);
            }
            case MEND, MET -> sketch.tickMark(colours.of("good"), x, y);
            case CHANGED -> sketch.diamond(own, x, y);
            case LOSS, PARKED, RELEASED, DELIVERY, TICK -> {
                // Drawn by the arrow, or nothing to see.
            }
        }
        if (event.unscripted()) {
            sketch.diamond(colours.of("held"), x, event.node().isPresent() ? y - 12 : y);
        }
    }

    private void onGround(double x, double y, Runnable sign) {
        sketch.dot(colours.of("pane"), x, y, 8);
        sign.run();
    }

    private void clock(Colour colour, double x, double y) {
        sketch.ring(colour, colours.of("pane"), x, y, 6);
        sketch.line(colour, 1.5, x, y, x, y - 4);
        sketch.line(colour, 1.5, x, y, x + 3, y);
    }

    /** The end of an arrow: a head, a cross, a box on its way, or two bars where it is parked. */
    void end(Arrow arrow) {
        Point end = arrow.end();
        Point before = arrow.way().get(arrow.way().size() - 2);
        switch (arrow.course()) {
            case DELIVERED -> sketch.head(colours.of(arrow.from()), before, end);
            case LOST -> sketch.cross(colours.of("lost"), end.x(), end.y(), 5);
            case IN_FLIGHT -> sketch.square(colours.of(arrow.from()), colours.of("pane"), end.x(), end.y(), 13, 9);
            case PARKED -> parked(end);
        }
        for (int i = 1; i < arrow.way().size() - 1; i++) {
            Point point = arrow.way().get(i);
            if (point.y() == arrow.way().get(i + 1).y()) {
                parked(point);
            }
        }
    }

    void parked(Point at) {
        onGround(at.x(), at.y(), () -> sketch.bars(colours.of("held"), at.x(), at.y()));
    }

    /** The name of a node on its colour: dashed if it is dead, with an amber rim if it is paused. */
    void badge(NodeId node, Life life, Point at, double radius, Align align) {
        double width = Math.max(2 * radius, node.name().length() * 9.2 + 10);
        double left = align == Align.LEFT ? at.x() : Math.max(2, at.x() - width / 2);
        Box box = new Box(left, at.y() - radius, width, 2 * radius);
        if (life == Life.DEAD) {
            sketch.ground(colours.of("pane"), box, radius);
            sketch.border(colours.of("dead"), 1.25, box, radius, 3, 3);
        } else {
            sketch.ground(colours.of(node), box, radius);
            if (PictureColours.isRinged(node)) {
                sketch.border(colours.of("on-node"), 1.25, box.grown(-2.5), radius - 2.5);
            }
        }
        if (life == Life.PAUSED) {
            sketch.border(colours.of("held"), 2, box.grown(2.5), radius + 2.5);
        }
        sketch.bold(
                colours.of(life == Life.DEAD ? "dead" : "on-node"),
                node.name(),
                box.centre().x(),
                at.y(),
                Align.CENTRE);
    }
}
