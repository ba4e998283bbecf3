package sosad.app.view.timeline;

import static sosad.app.view.timeline.TimelinePainter.fainter;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import sosad.app.diagram.Box;
import sosad.app.diagram.EventDensity;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.Viewport;
import sosad.app.view.CanvasColours;

/**
 * Draws, where single events are too close to be told apart, how many there are: bars on the lanes, whose heights grow
 * with the square root, and in red above them how many lost something.
 */
final class DensityPainter {
    private static final double LEAST_BAR = 3;
    private static final double MAX_HALF = 16;

    private final GraphicsContext gc;
    private final CanvasColours colours;
    private final SpaceTime diagram;
    private final Viewport view;

    DensityPainter(GraphicsContext gc, CanvasColours colours, SpaceTime diagram, Viewport view) {
        this.gc = gc;
        this.colours = colours;
        this.diagram = diagram;
        this.view = view;
    }

    void draw(EventDensity density) {
        int level = EventDensity.level(view.time(LEAST_BAR));
        double cell = EventDensity.length(level);
        int first = (int) Math.max(0, Math.floor(view.begin() / cell));
        int last = (int) Math.floor(Math.min(view.end(), diagram.present()) / cell);
        double gap = diagram.lanes().size() < 2
                ? 2 * MAX_HALF
                : diagram.lanes().get(1).y() - diagram.lanes().get(0).y();
        double half = Math.min(MAX_HALF, gap * 0.42);
        int most = most(density, level, first, last);
        for (Lane lane : diagram.lanes()) {
            Color own = fainter(colours.of(lane.node()), 0.6);
            Color lost = colours.of("lost");
            for (int i = first; i <= last; i++) {
                int events = density.events(lane.node(), level, i);
                if (events > 0) {
                    bar(own, i, cell, lane.y(), half * Math.sqrt((double) events / most));
                }
                int losses = density.losses(lane.node(), level, i);
                if (losses > 0) {
                    bar(lost, i, cell, lane.y(), Math.max(2, half * Math.sqrt((double) losses / most)));
                }
            }
        }
    }

    private int most(EventDensity density, int level, int first, int last) {
        int most = 1;
        for (Lane lane : diagram.lanes()) {
            for (int i = first; i <= last; i++) {
                most = Math.max(most, density.events(lane.node(), level, i));
            }
        }
        return most;
    }

    private void bar(Color colour, int index, double cell, double y, double half) {
        double from = view.alongOf(Math.max(view.direction().head(), index * cell));
        double to = view.alongOf((index + 1) * cell);
        Box box =
                view.direction().place(new Box(from, y - half - view.across(), Math.max(1, to - from - 0.5), 2 * half));
        gc.setFill(colour);
        gc.fillRect(box.x(), box.y(), box.width(), box.height());
    }
}
