package sosad.app.lab.live;

import java.util.List;
import java.util.OptionalLong;
import sosad.model.NodeId;

/**
 * A live run from its beginning until now.
 *
 * @param millis for how long it has run
 * @param stepMillis the time between two points: it doubles when there are too many
 * @param points the rates, oldest first; the first begins at 0
 * @param bands the faults that were, or are, in force, oldest first
 * @param forgotten how many older faults are not among them
 * @param lanes the nodes and gateways, in alphabetical order
 */
public record LiveTimeline(
        long millis, long stepMillis, List<Point> points, List<Band> bands, int forgotten, List<Lane> lanes) {
    /** Nothing has happened yet. */
    public static final LiveTimeline NONE = new LiveTimeline(0, 1, List.of(), List.of(), 0, List.of());

    public LiveTimeline {
        points = List.copyOf(points);
        bands = List.copyOf(bands);
        lanes = List.copyOf(lanes);
    }

    /**
     * The rates within a stretch of time.
     *
     * @param operations writes and reads of the built-in clients in a second, on average
     * @param differ on how many keys the nodes differed at most; -1: not compared
     */
    public record Point(long operations, int differ) {
        Point and(Point next) {
            return new Point((operations + next.operations) / 2, Math.max(differ, next.differ));
        }
    }

    /** A stretch of time; {@code to} is empty as long as it lasts. */
    public record Span(long from, OptionalLong to) {}

    /**
     * A fault while it was in force.
     *
     * @param severe whether it kept messages or a process away altogether
     */
    public record Band(long number, String words, boolean severe, Span span) {}

    /**
     * A node or gateway.
     *
     * @param kills when its process ended
     * @param gaps when it had no process
     * @param pauses when its process was frozen
     */
    public record Lane(NodeId name, boolean isNode, List<Long> kills, List<Span> gaps, List<Span> pauses) {
        public Lane {
            kills = List.copyOf(kills);
            gaps = List.copyOf(gaps);
            pauses = List.copyOf(pauses);
        }
    }
}
