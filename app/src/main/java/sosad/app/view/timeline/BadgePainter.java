package sosad.app.view.timeline;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;
import sosad.app.diagram.Box;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;
import sosad.app.view.NodeColours;

/** Draws the nodes' badges, which stay in front of their lanes when these scroll. */
final class BadgePainter {
    private static final double MAX_RADIUS = 12;
    private static final double AWAY = 20;

    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final Pen pen;
    private double radius;

    BadgePainter(GraphicsContext gc, CanvasColours colours) {
        this.gc = gc;
        this.colours = colours;
        this.pen = new Pen(gc);
    }

    /** Returns where the place of the badges ends, along the lanes. */
    static double end(Viewport view) {
        return view.direction().head() - 12;
    }

    void draw(SpaceTime diagram, Viewport view) {
        TimeDirection direction = view.direction();
        if (view.along() > 0) {
            Box head = direction.place(new Box(0, 0, end(view), view.breadth()));
            gc.setFill(colours.of("pane"));
            gc.fillRect(head.x(), head.y(), head.width(), head.height());
        }
        double gap = diagram.lanes().size() < 2
                ? 2 * MAX_RADIUS
                : diagram.lanes().get(1).y() - diagram.lanes().get(0).y();
        radius = Math.min(MAX_RADIUS, gap * 0.44);
        for (Lane lane : diagram.lanes()) {
            badge(lane, direction.place(AWAY, lane.y() - view.across()), direction == TimeDirection.RIGHT);
        }
    }

    private void badge(Lane lane, Point at, boolean isAtEdge) {
        Life life = lane.stretches().get(lane.stretches().size() - 1).life();
        String name = lane.node().name();
        double width = Math.max(2 * radius, name.length() * 9.2 + 10);
        double left = isAtEdge ? Math.max(at.x() - 18, at.x() - width / 2) : at.x() - width / 2;
        if (life == Life.DEAD) {
            gc.setStroke(colours.of("dead"));
            gc.setLineWidth(1.25);
            gc.setLineDashes(3, 3);
            gc.strokeRoundRect(left, at.y() - radius, width, 2 * radius, 2 * radius, 2 * radius);
            gc.setLineDashes();
        } else {
            gc.setFill(colours.of(lane.node()));
            gc.fillRoundRect(left, at.y() - radius, width, 2 * radius, 2 * radius, 2 * radius);
            if (NodeColours.rings(lane.node()) > 0) {
                double inner = radius - 2.5;
                gc.setStroke(colours.of("on-node"));
                gc.setLineWidth(1.25);
                gc.strokeRoundRect(left + 2.5, at.y() - inner, width - 5, 2 * inner, 2 * inner, 2 * inner);
            }
        }
        pen.bold(
                colours.of(life == Life.DEAD ? "dead" : "on-node"),
                name,
                left + width / 2,
                at.y(),
                TextAlignment.CENTER);
        if (life == Life.PAUSED) {
            gc.setStroke(colours.of("held"));
            gc.setLineWidth(2);
            gc.strokeRoundRect(
                    left - 2.5, at.y() - radius - 2.5, width + 5, 2 * radius + 5, 2 * radius + 5, 2 * radius + 5);
        }
    }
}
