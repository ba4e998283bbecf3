package sosad.app.view.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.app.diagram.TimeDirection;
import sosad.app.diagram.Viewport;

/** Finds what a place in view stands for: an event, a message, a moment. */
final class Scrubber {
    private static final double REACH = 13;
    private static final double ARROW_REACH = 5;

    private final SpaceTime diagram;
    private final Viewport view;

    Scrubber(SpaceTime diagram, Viewport view) {
        this.diagram = diagram;
        this.view = view;
    }

    /** The events drawn at {@code place}, if any: those nearest to it. */
    List<Event> eventsAt(Point place) {
        List<Event> near = near(place, REACH).stream()
                .filter(event -> event.mark() != Mark.TICK)
                .toList();
        Optional<Event> nearest = near.stream()
                .filter(event -> distance(event, place) <= REACH)
                .min(Comparator.comparingDouble(event -> distance(event, place)));
        return nearest.map(found -> near.stream()
                        .filter(event -> event.x() == found.x() && event.y() == found.y())
                        .toList())
                .orElse(List.of());
    }

    private List<Event> near(Point place, double reach) {
        double along = along(place);
        return diagram.eventsWithin(view.xAt(along - reach), view.xAt(along + reach));
    }

    private double along(Point place) {
        return view.direction() == TimeDirection.RIGHT ? place.x() : place.y();
    }

    /** The message whose line goes through {@code place}, if any: the nearest one. */
    Optional<Arrow> arrowAt(Point place) {
        double x = view.inDiagram(place).x();
        double reach = view.time(ARROW_REACH);
        return diagram.arrows().within(x - reach, x + reach).stream()
                .filter(arrow -> distance(arrow, place) <= ARROW_REACH)
                .min(Comparator.comparingDouble(arrow -> distance(arrow, place)));
    }

    /** The moment to show for a click at {@code place}: that of the event there, else the last one before it. */
    OptionalInt momentAt(Point place) {
        List<Event> there = eventsAt(place);
        if (!there.isEmpty()) {
            return OptionalInt.of(there.get(there.size() - 1).snapshot());
        }
        List<Event> before = diagram.eventsWithin(
                Double.NEGATIVE_INFINITY, view.inDiagram(place).x());
        return before.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(before.get(before.size() - 1).snapshot());
    }

    private double distance(Event event, Point place) {
        return view.inView(event.x(), event.y()).distance(place);
    }

    private double distance(Arrow arrow, Point place) {
        double least = Double.MAX_VALUE;
        for (int i = 1; i < arrow.way().size(); i++) {
            Point from = view.inView(
                    arrow.way().get(i - 1).x(), arrow.way().get(i - 1).y());
            Point to = view.inView(arrow.way().get(i).x(), arrow.way().get(i).y());
            double dx = to.x() - from.x();
            double dy = to.y() - from.y();
            double square = dx * dx + dy * dy;
            double share = square == 0 ? 0 : ((place.x() - from.x()) * dx + (place.y() - from.y()) * dy) / square;
            least = Math.min(
                    least, from.towards(to, Math.max(0, Math.min(1, share))).distance(place));
        }
        return least;
    }
}
