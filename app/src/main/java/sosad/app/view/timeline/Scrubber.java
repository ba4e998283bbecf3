package sosad.app.view.timeline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sosad.app.diagram.Point;
import sosad.app.diagram.SpaceTime;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Mark;

/** Finds the moment that a place in the diagram stands for. */
final class Scrubber {
    private static final double REACH = 13;

    private final SpaceTime diagram;

    Scrubber(SpaceTime diagram) {
        this.diagram = diagram;
    }

    /** The events drawn at {@code place}, if any: those nearest to it. */
    List<Event> eventsAt(Point place) {
        Optional<Event> nearest = diagram.events().stream()
                .filter(event -> event.mark() != Mark.TICK)
                .filter(event -> distance(event, place) <= REACH)
                .min(Comparator.comparingDouble(event -> distance(event, place)));
        return nearest.map(found -> diagram.events().stream()
                        .filter(event -> event.x() == found.x() && event.y() == found.y() && event.mark() != Mark.TICK)
                        .toList())
                .orElse(List.of());
    }

    /** The moment to show for a click at {@code place}: that of the event there, else the last one before it. */
    OptionalInt momentAt(Point place) {
        List<Event> there = eventsAt(place);
        if (!there.isEmpty()) {
            return OptionalInt.of(there.get(there.size() - 1).snapshot());
        }
        return diagram.events().stream()
                .filter(event -> event.x() <= place.x())
                .mapToInt(Event::snapshot)
                .max();
    }

    private static double distance(Event event, Point place) {
        return Math.hypot(event.x() - place.x(), event.y() - place.y());
    }
}
