package sosad.app.diagram;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import sosad.app.history.PersistentList;
import sosad.model.NodeId;

/**
 * A history as a space-time diagram: a lane for each node, messages as arrows. Whichever way time goes on the screen, x
 * is along time and y across the lanes; {@link TimeDirection#place} turns them. Everything is in units of a pixel at
 * normal size.
 *
 * @param direction the direction of time, for which there is room for the texts
 * @param width how long it is in time
 * @param height how far it goes across the lanes
 * @param axisY where, across the lanes, the steps are named
 * @param present the x of the present moment
 * @param lanes from top to bottom
 * @param columns the steps, played ones first
 * @param events one for each moment, in order
 * @param arrows the messages, in the order sent
 * @param labels texts beside the events; no two overlap
 */
public record SpaceTime(
        TimeDirection direction,
        double width,
        double height,
        double axisY,
        double present,
        List<Lane> lanes,
        List<Column> columns,
        List<Event> events,
        SpanList<Arrow> arrows,
        SpanList<Label> labels) {
    public SpaceTime {
        lanes = List.copyOf(lanes);
        columns = List.copyOf(columns);
        events = PersistentList.copyOf(events);
    }

    /** Returns the events from {@code begin} to {@code end}, in order. */
    public List<Event> eventsWithin(double begin, double end) {
        return sorted(events, begin, end, Event::x, Event::x);
    }

    /** Returns the steps any of which lies between {@code begin} and {@code end}. */
    public List<Column> columnsWithin(double begin, double end) {
        return sorted(columns, begin, end, Column::x, column -> column.x() + column.width());
    }

    /** Returns what of a list lies between two moments, of which neither beginnings nor ends go back. */
    private static <E> List<E> sorted(
            List<E> list, double begin, double end, ToDoubleFunction<E> from, ToDoubleFunction<E> to) {
        int first = count(list, one -> to.applyAsDouble(one) < begin);
        return list.subList(first, Math.max(first, count(list, one -> from.applyAsDouble(one) <= end)));
    }

    /** Returns how many of a list are so, all of them at its beginning. */
    private static <E> int count(List<E> list, Predicate<E> isSo) {
        int low = 0;
        int high = list.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (isSo.test(list.get(middle))) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** A node's line through time. */
    public record Lane(NodeId node, double y, List<Stretch> stretches) {
        public Lane {
            stretches = PersistentList.copyOf(stretches);
        }

        /** Returns the pieces any of which lies between {@code begin} and {@code end}. */
        public List<Stretch> within(double begin, double end) {
            return sorted(stretches, begin, end, Stretch::from, Stretch::to);
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
     * @param index its place among the steps, from 0
     * @param time T
     * @param played whether it has begun
     */
    public record Column(int index, long time, double x, double width, boolean played) {}

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
     * @param sent the snapshot with which it was sent
     * @param ended the snapshot that brought it to where it ends so far
     * @param way the points it goes through, each later than the one before
     * @param course what became of it
     */
    public record Arrow(long message, NodeId from, int sent, int ended, List<Point> way, Course course)
            implements Spanned {
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

        @Override
        public double earliest() {
            return way.get(0).x();
        }

        @Override
        public double latest() {
            return end().x();
        }
    }

    /** The end of an arrow. */
    public enum Course {
        DELIVERED,
        IN_FLIGHT,
        PARKED,
        LOST
    }

    /**
     * A text.
     *
     * @param anchor the x of what it belongs to, beside which it stays when the diagram is stretched
     * @param first the first snapshot that it is about
     * @param last the last one
     */
    public record Label(String text, Box box, double anchor, Tone tone, Optional<NodeId> node, int first, int last)
            implements Spanned {
        Label moved(double dx) {
            return new Label(text, box.moved(dx, 0), anchor + dx, tone, node, first, last);
        }

        @Override
        public double earliest() {
            return Math.min(anchor, box.x());
        }

        @Override
        public double latest() {
            return Math.max(anchor, box.right());
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
