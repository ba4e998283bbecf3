package sosad.app.view.timeline;

import java.util.Set;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;

/** Draws a small fork at each event at which branches part, where the lanes end. */
final class ForkPainter {
    private static final double ABOVE_AXIS = 12;
    private static final double ARM = 5;
    private static final double DOT = 2.5;

    private final Pen pen;
    private final Color colour;
    private final SpaceTime diagram;
    private final Viewport view;

    ForkPainter(GraphicsContext gc, CanvasColours colours, SpaceTime diagram, Viewport view) {
        this.pen = new Pen(gc);
        this.colour = colours.of("accent");
        this.diagram = diagram;
        this.view = view;
    }

    /** @param events the ids of the events */
    void draw(Set<Integer> events) {
        double end = view.xAt(view.length());
        events.stream()
                .filter(event -> event >= 0 && event < diagram.events().size())
                .map(event -> diagram.events().get(event).x())
                .filter(x -> view.alongOf(x) >= view.direction().head() && x <= end)
                .forEach(this::fork);
    }

    private void fork(double x) {
        double along = view.alongOf(x);
        double across = diagram.axisY() - ABOVE_AXIS - view.across();
        Point at = view.direction().place(along, across);
        Point on = view.direction().place(along + 2 * ARM, across);
        Point off = view.direction().place(along + 2 * ARM, across + ARM);
        pen.line(colour, 1.5, at.x(), at.y(), on.x(), on.y());
        pen.line(colour, 1.5, at.x(), at.y(), off.x(), off.y());
        pen.dot(colour, at.x(), at.y(), DOT);
        pen.dot(colour, on.x(), on.y(), DOT);
        pen.dot(colour, off.x(), off.y(), DOT);
    }
}
