package sosad.app.view.timeline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import sosad.app.diagram.Box;
import sosad.app.diagram.EventDensity;
import sosad.app.diagram.HealingPieces;
import sosad.app.diagram.Lights;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.Viewport;
import sosad.app.explain.healing.HealingBand;
import sosad.app.history.History;
import sosad.app.history.RunEvent.Sent;
import sosad.app.view.CanvasColours;

/** The two canvases of the time line. What is over the diagram is drawn again without it. */
final class TimelineDrawing {
    private static final int MAX_NAMED = 3;

    private final Canvas still;
    private final Canvas over;
    private final CanvasColours colours;
    private final EventDensity density = new EventDensity();
    private SpaceTime diagram;
    private Viewport view;
    private double unit = 1;
    private Lights named;
    private List<Integer> hits = List.of();
    private int hit = -1;
    private Set<Integer> forks = Set.of();

    TimelineDrawing(Canvas still, Canvas over, CanvasColours colours) {
        this.still = still;
        this.over = over;
        this.colours = colours;
    }

    void clear() {
        clear(still);
        clear(over);
    }

    /** Where a pixel of ours is no whole number of the screen's, the last ones would be cleared in part. */
    private static void clear(Canvas canvas) {
        canvas.getGraphicsContext2D().clearRect(-1, -1, canvas.getWidth() + 2, canvas.getHeight() + 2);
    }

    /** Draws the diagram, and the band if there is one. */
    void drawStill(SpaceTime newDiagram, Viewport newView, double newUnit, HealingBand band, HealingPieces pieces) {
        diagram = newDiagram;
        view = newView;
        unit = newUnit;
        clear(still);
        GraphicsContext gc = still.getGraphicsContext2D();
        gc.save();
        gc.scale(unit, unit);
        gc.save();
        clipToLanes(gc, 0);
        TimelinePainter painter = new TimelinePainter(gc, colours, diagram, view);
        painter.drawGround();
        if (view.isCrowded(diagram)) {
            density.follow(diagram);
            new DensityPainter(gc, colours, diagram, view).draw(density);
        } else {
            painter.drawAll();
        }
        new BadgePainter(gc, colours).draw(diagram, view);
        gc.restore();
        if (band != null) {
            new BandPainter(gc, colours, view).draw(band, pieces);
        }
        gc.restore();
    }

    /** @param head where the lanes begin, along them */
    private void clipToLanes(GraphicsContext gc, double head) {
        Box lanes = view.direction().place(new Box(head, 0, view.length() - head, view.breadth()));
        gc.beginPath();
        gc.rect(lanes.x(), lanes.y(), lanes.width(), lanes.height());
        gc.clip();
    }

    /** Forgets where what is lit by name is: it is something else, or elsewhere. */
    void forgetLit() {
        named = null;
    }

    /** Sets the events at which branches part. */
    void setForks(Set<Integer> events) {
        forks = events;
    }

    void setHits(List<Integer> newHits, int current) {
        hits = newHits;
        hit = current;
    }

    /**
     * Draws what lies over the diagram.
     *
     * @param causal what led to something and followed from it, if it is looked at
     * @param lit the events that are lit by name
     * @param focused the event that has the keyboard; -1: none
     */
    void drawOver(History history, int shown, Optional<Lights> causal, Set<Integer> lit, int focused) {
        clear(over);
        if (diagram == null || shown >= diagram.events().size()) {
            return;
        }
        GraphicsContext gc = over.getGraphicsContext2D();
        gc.save();
        gc.scale(unit, unit);
        clipToLanes(gc, view.along() > 0 ? BadgePainter.end(view) : 0); // the badges stay in front of what scrolls
        OverlayPainter painter = new OverlayPainter(gc, colours, diagram, view);
        boolean isNamed = lit != null && !lit.isEmpty();
        if (causal.isPresent()) {
            painter.drawLights(causal.get(), arrow -> "");
        } else if (isNamed) {
            named = named == null ? Lights.on(diagram, lit) : named;
            painter.drawLights(named, arrow -> contents(history, arrow));
        }
        Event now = diagram.events().get(shown);
        painter.drawShown(now, causal.isEmpty() && !isNamed);
        new ForkPainter(gc, colours, diagram, view).draw(forks);
        painter.drawHits(hitsInView(), hit);
        if (causal.isPresent() && focused >= 0 && focused < diagram.events().size()) {
            painter.drawFocus(diagram.events().get(focused));
        }
        painter.drawNames(now);
        gc.restore();
    }

    private List<Event> hitsInView() {
        if (hits.isEmpty()) {
            return List.of();
        }
        Set<Integer> wanted = Set.copyOf(hits);
        return diagram.eventsWithin(view.begin(), view.end()).stream()
                .filter(event -> wanted.contains(event.snapshot()))
                .toList();
    }

    private static String contents(History history, Arrow arrow) {
        boolean hasOwnText = arrow.course() == Course.LOST || arrow.course() == Course.PARKED;
        if (hasOwnText || !(history.at(arrow.sent()).what() instanceof Sent sent)) {
            return "";
        }
        List<String> changes = sent.message().changes();
        int more = changes.size() - MAX_NAMED;
        return changes.stream().limit(MAX_NAMED).collect(Collectors.joining(" ")) + (more > 0 ? " +" + more : "");
    }
}
