package sosad.app.view.stage.link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import sosad.app.diagram.Curve;
import sosad.app.diagram.Point;
import sosad.app.fabric.LinkEvent;
import sosad.app.view.CanvasColours;
import sosad.model.Link;

/**
 * The messages of a live cluster, or some of them, as dots that run along the links: a lost one stops midway under its
 * cross, a corrupt one is a square. At most 30 frames a second, and none while nothing runs.
 */
public final class LiveDots extends Pane {
    private static final long FRAME_NANOS = 1_000_000_000L / 30 - 3_000_000L; // a pulse that is a little early counts
    private static final long RUN_NANOS = 450_000_000L;

    /** A look brings the messages of a quarter of a second; they begin one after the other. */
    private static final long LOOK_NANOS = 250_000_000L;

    private static final int MAX_DOTS = 240;
    private static final double LOST_AT = 0.55;

    private final Canvas canvas = new Canvas();
    private final CanvasColours colours = new CanvasColours(() -> {});
    private final BooleanProperty animated;
    private final Deque<Dot> dots = new ArrayDeque<>();
    private Map<Link, Curve> ways = Map.of();
    private double unit = 1;
    private boolean running;
    private final AnimationTimer timer = new AnimationTimer() {
        private long last;

        @Override
        public void handle(long now) {
            if (now - last >= FRAME_NANOS) {
                last = now;
                draw(now);
            }
        }
    };

    /** A message on its way. */
    private record Dot(Link link, LinkEvent.LinkOutcome outcome, long beganNanos) {}

    /** @param animated whether anything moves */
    public LiveDots(BooleanProperty animated) {
        this.animated = animated;
        setManaged(false);
        setMouseTransparent(true);
        getChildren().addAll(canvas, colours);
    }

    /** @param newWays where the links are; not to be changed */
    public void place(Map<Link, Curve> newWays, double newUnit) {
        ways = newWays;
        unit = newUnit;
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
    }

    /** These messages have passed. */
    public void add(List<LinkEvent> events) {
        if (!animated.get()) {
            return;
        }
        long now = System.nanoTime();
        for (int i = 0; i < events.size() && dots.size() < MAX_DOTS; i++) {
            LinkEvent event = events.get(i);
            long begin = now + LOOK_NANOS * i / events.size();
            dots.addLast(new Dot(event.link(), event.outcome(), begin));
        }
        if (!running && !dots.isEmpty()) {
            running = true;
            timer.start();
        }
    }

    /** Nothing runs any more. */
    public void clear() {
        dots.clear();
        wipe();
    }

    private void draw(long now) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        wipe();
        dots.removeIf(dot -> now - dot.beganNanos() > RUN_NANOS);
        dots.forEach(dot -> draw(gc, dot, (double) (now - dot.beganNanos()) / RUN_NANOS));
        if (dots.isEmpty()) {
            running = false;
            timer.stop();
        }
    }

    private void draw(GraphicsContext gc, Dot dot, double run) {
        Curve way = ways.get(dot.link());
        if (way == null || run < 0) {
            return;
        }
        boolean isLost = dot.outcome() == LinkEvent.LinkOutcome.LOST;
        Point at = way.at(isLost ? Math.min(run, LOST_AT) : run);
        double size = 4 * unit;
        if (isLost && run > LOST_AT) {
            cross(gc, at, size, 1 - (run - LOST_AT) / (1 - LOST_AT));
        } else if (dot.outcome() == LinkEvent.LinkOutcome.CORRUPTED) {
            gc.setFill(colours.of("lost"));
            gc.fillRect(at.x() - size, at.y() - size, 2 * size, 2 * size);
        } else {
            gc.setFill(colours.of(dot.link().from()));
            gc.fillOval(at.x() - size, at.y() - size, 2 * size, 2 * size);
        }
    }

    private void cross(GraphicsContext gc, Point at, double size, double strength) {
        Color lost = colours.of("lost");
        gc.setStroke(Color.color(lost.getRed(), lost.getGreen(), lost.getBlue(), strength));
        gc.setLineWidth(2 * unit);
        gc.strokeLine(at.x() - size, at.y() - size, at.x() + size, at.y() + size);
        gc.strokeLine(at.x() - size, at.y() + size, at.x() + size, at.y() - size);
    }

    /** Where a pixel of ours is no whole number of the screen's, the last ones would be cleared in part. */
    private void wipe() {
        canvas.getGraphicsContext2D().clearRect(-1, -1, canvas.getWidth() + 2, canvas.getHeight() + 2);
    }
}
