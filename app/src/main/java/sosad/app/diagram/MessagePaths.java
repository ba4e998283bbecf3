package sosad.app.diagram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/** Follows the messages of a history and draws each one's way. */
final class MessagePaths {
    /** The distance, to the left of its arrival, at which a question, answer or repair begins. */
    private static final double INQUIRY_REACH = 20;

    private final LaneRule lanes;
    private final Map<Long, Integer> open = new HashMap<>();
    private int index;
    private SpanList<Arrow> arrows = SpanList.empty();

    MessagePaths(LaneRule lanes) {
        this.lanes = lanes;
    }

    /** Something happened at {@code x}; where its event stands. */
    Point happened(Snapshot snapshot, double x) {
        RunEvent event = snapshot.what();
        index = snapshot.index();
        if (event instanceof RunEvent.Sent sent) {
            return sent(sent.message(), x);
        }
        if (event instanceof RunEvent.Delivered delivered) {
            Point end = new Point(x, lanes.lane(delivered.message().to()));
            finish(delivered.message(), end, Course.DELIVERED);
            return end;
        }
        if (event instanceof RunEvent.Handled handled) {
            return handled(handled, x);
        }
        if (event instanceof RunEvent.Inquired inquired) {
            return inquired(inquired, x);
        }
        if (event instanceof RunEvent.Split split) {
            return split(split, x);
        }
        if (event instanceof RunEvent.StepOpened) { // nothing more happens to what has come to its end
            open.values().removeIf(place -> {
                Course course = arrows.get(place).course();
                return course == Course.DELIVERED || course == Course.LOST;
            });
        }
        double y = Marks.node(event).filter(lanes::has).map(lanes::lane).orElse(lanes.axis());
        return new Point(x, y);
    }

    /** Questions, answers and repairs are there at once, so each is one short arrow that ends here. */
    private Point inquired(RunEvent.Inquired inquired, double x) {
        NodeId from = inquired.inquiry().from();
        NodeId to = inquired.inquiry().to();
        boolean arrives = inquired.fate() == Fate.DELIVERED;
        Point end = new Point(x, arrives ? lanes.lane(to) : lanes.before(from, to));
        Course course = arrives ? Course.DELIVERED : inquired.fate() == Fate.LOST ? Course.LOST : Course.PARKED;
        Point start = new Point(x - INQUIRY_REACH, lanes.lane(from));
        arrows = arrows.plus(new Arrow(Arrow.NO_MESSAGE, from, index, index, List.of(start, end), course));
        return end;
    }

    private Point sent(Message message, double x) {
        Point start = new Point(x, lanes.lane(message.from()));
        List<Point> way = List.of(start);
        open.put(message.id(), arrows.size());
        arrows = arrows.plus(
                switch (message.fate()) {
                    case LOST ->
                        arrow(message, index, way, new Point(x + SlotLabels.REACH, before(message)), Course.LOST);
                    case HELD ->
                        arrow(
                                message,
                                index,
                                way,
                                new Point(x + SlotLabels.PARKED_REACH, after(message)),
                                Course.PARKED);
                    case WAITING ->
                        arrow(message, index, way, new Point(x + SlotLabels.REACH, before(message)), Course.PARKED);
                    default -> inFlight(message, index, way);
                });
        return start;
    }

    private Arrow arrow(Message message, int sent, List<Point> way, Point end, Course course) {
        List<Point> whole = new ArrayList<>(way);
        whole.add(end);
        return new Arrow(message.id(), message.from(), sent, index, whole, course);
    }

    /** Until more is known, it is on its way from where it was last. */
    private Arrow inFlight(Message message, int sent, List<Point> way) {
        Point last = way.get(way.size() - 1);
        return arrow(message, sent, way, new Point(last.x() + SlotLabels.REACH - 8, before(message)), Course.IN_FLIGHT);
    }

    /** The way so far, without what is not known. */
    private static List<Point> way(Arrow arrow) {
        List<Point> way = arrow.way();
        return arrow.course() == Course.IN_FLIGHT ? way.subList(0, way.size() - 1) : way;
    }

    /** The copies have come the same way so far. */
    private Point split(RunEvent.Split split, double x) {
        Integer place = open.get(split.message().id());
        if (place != null) {
            Arrow arrow = arrows.get(place);
            open.put(split.copy().id(), arrows.size());
            arrows = arrows.plus(new Arrow(
                    split.copy().id(), arrow.from(), arrow.sent(), arrow.ended(), arrow.way(), arrow.course()));
        }
        return new Point(x, after(split.copy()));
    }

    private Point handled(RunEvent.Handled handled, double x) {
        Message message = handled.message();
        Point near = new Point(x, after(message));
        Point far = new Point(x, before(message));
        switch (handled.handling()) {
            case LOST -> {
                finish(message, far, Course.LOST);
                return far;
            }
            case DISCARDED -> {
                finish(message, near, Course.LOST);
                return near;
            }
            case REFUSED -> {
                refuse(message, far);
                return far;
            }
            case HELD, DELAYED -> park(message, near);
            case WAITS -> {
                park(message, far);
                return far;
            }
            case RELEASED, RESTORED -> release(message, x);
            case DUPLICATED, CORRUPTED, TRIMMED -> {
                // The way goes on as it was.
            }
        }
        return near;
    }

    /** A corrupt copy ends before its destination; where others follow, it has an arrow of its own. */
    private void refuse(Message message, Point end) {
        Integer place = open.get(message.id());
        if (message.fate() == Fate.LOST || place == null) {
            finish(message, end, Course.LOST);
        } else {
            Arrow whole = arrows.get(place);
            arrows = arrows.plus(arrow(message, whole.sent(), way(whole), end, Course.LOST));
        }
    }

    private void park(Message message, Point at) {
        Integer place = open.get(message.id());
        if (place != null) {
            Arrow arrow = arrows.get(place);
            arrows = arrows.with(place, arrow(message, arrow.sent(), way(arrow), at, Course.PARKED));
        }
    }

    private void release(Message message, double x) {
        Integer place = open.get(message.id());
        if (place != null) {
            Arrow arrow = arrows.get(place);
            List<Point> way = new ArrayList<>(way(arrow));
            way.add(new Point(x, way.get(way.size() - 1).y()));
            arrows = arrows.with(place, inFlight(message, arrow.sent(), way));
        }
    }

    private void finish(Message message, Point end, Course course) {
        Integer place = open.get(message.id());
        if (place == null) {
            return;
        }
        Arrow arrow = arrows.get(place);
        List<Point> way = way(arrow);
        arrows = arrow.course() == Course.DELIVERED
                ? arrows.plus(arrow(message, arrow.sent(), way.subList(0, 1), end, course)) // once more, as before
                : arrows.with(place, arrow(message, arrow.sent(), way, end, course));
    }

    SpanList<Arrow> arrows() {
        return arrows;
    }

    private double before(Message message) {
        return lanes.before(message.from(), message.to());
    }

    private double after(Message message) {
        return lanes.after(message.from(), message.to());
    }
}
