package sosad.app.diagram;

import java.util.List;
import java.util.Optional;
import sosad.app.history.PersistentList;
import sosad.model.NodeId;

/**
 * A history as a space-time diagram: a lane for each node, time to the right, messages as arrows. Everything is in
 * units of a pixel at normal size.
 *
 * @param width how wide it is
 * @param height how high it is
 * @param axisY the height at which the steps are named
 * @param present the x of the present moment
 * @param lanes from top to bottom
 * @param columns the steps, played ones first
 * @param events one for each moment, in order
 * @param arrows the messages, in the order sent
 * @param labels texts beside the events; no two overlap
 */
public record SpaceTime(
        double width,
        double height,
        double axisY,
        double present,
        List<Lane> lanes,
        List<Column> columns,
        List<Event> events,
        List<Arrow> arrows,
        List<Label> labels) {
    public SpaceTime {
        lanes = List.copyOf(lanes);
        columns = List.copyOf(columns);
        events = PersistentList.copyOf(events);
        arrows = PersistentList.copyOf(arrows);
        labels = PersistentList.copyOf(labels);
    }

    /** A node's line through time. */
    public record Lane(NodeId node, double y, List<Stretch> stretches) {
        public Lane {
            stretches = List.copyOf(stretches);
        }
    }

    /** A piece of a lane in which its node was in one state. */
    public record Stretch(double from, double to, Life life) {}

    /** The state of a node. */
    public enum Life {
        UP,
        PAUSED,
        DEAD
    }

    /**
     * A step.
     *
     * @param time T
     * @param played whether it has begun
     */
    public record Column(long time, double x, double width, boolean played) {}

    /**
     * A moment's place in the diagram.
     *
     * @param snapshot its index in the history
     * @param mark what is drawn there
     * @param node whose colour it has, if any
     * @param unscripted whether with it the run left its script
     */
    public record Event(int snapshot, double x, double y, Mark mark, Optional<NodeId> node, boolean unscripted) {}

    /** The drawing of an event. */
    public enum Mark {
        /** Nothing but a tick on the axis. */
        TICK,
        WRITE,
        WRITE_LOST,
        READ,
        /** A client got something older than what a live node held. */
        READ_STALE,
        SEND,
        DELIVERY,
        LOSS,
        PARKED,
        RELEASED,
        CHANGED,
        KILL,
        DEATH,
        START,
        PAUSE,
        RESUME,
        CLOCK,
        CUT,
        MEND,
        FAILURE,
        MET,
        NOT_MET
    }

    /**
     * A message, or what nodes ask each other for the sake of a client's read.
     *
     * @param message its id; {@link #NO_MESSAGE} for a question, answer or repair
     * @param from whose colour it has
     * @param way the points it goes through, each later than the one before
     * @param course what became of it
     */
    public record Arrow(long message, NodeId from, List<Point> way, Course course) {
        /** Stands for what is no message between nodes in the narrow sense. */
        public static final long NO_MESSAGE = 0;

        public Arrow {
            way = List.copyOf(way);
        }

        /** Returns whether it is a question, answer or repair. */
        public boolean isInquiry() {
            return message == NO_MESSAGE;
        }

        public Point end() {
            return way.get(way.size() - 1);
        }
    }

    /** The end of an arrow. */
    public enum Course {
        DELIVERED,
        IN_FLIGHT,
        PARKED,
        LOST
    }

    /** A text. */
    public record Label(String text, Box box, Tone tone, Optional<NodeId> node) {
        Label moved(double dx) {
            return new Label(text, box.moved(dx, 0), tone, node);
        }
    }

    /** The meaning of a text. */
    public enum Tone {
        PLAIN,
        QUIET,
        LOST,
        PARKED
    }
}
