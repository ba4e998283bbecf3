package sosad.app.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sosad.app.diagram.SpaceTime.Arrow;
import sosad.app.diagram.SpaceTime.Course;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.model.NodeId;

/** Follows the messages of a history and draws each one's way. */
final class MessagePaths {
    private static final class Track {
        final Message message;
        final List<Point> way = new ArrayList<>();
        Course course;

        Track(Message message) {
            this.message = message;
        }
    }

    /** How far left of its arrival a question, answer or repair begins. */
    private static final double INQUIRY_REACH = 20;

    private final LaneRule lanes;
    private final Map<Long, Track> open = new LinkedHashMap<>();
    private final List<Track> tracks = new ArrayList<>();
    private final List<Arrow> inquiries = new ArrayList<>();

    MessagePaths(LaneRule lanes) {
        this.lanes = lanes;
    }

    /** Something happened at {@code x}; where its event stands. */
    Point happened(RunEvent event, double x) {
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
        inquiries.add(new Arrow(Arrow.NO_MESSAGE, from, List.of(start, end), course));
        return end;
    }

    private Point sent(Message message, double x) {
        Point start = new Point(x, lanes.lane(message.from()));
        Track track = new Track(message);
        track.way.add(start);
        tracks.add(track);
        open.put(message.id(), track);
        if (message.fate() == Fate.LOST) {
            track.way.add(new Point(x + SlotLabels.REACH, before(message)));
            track.course = Course.LOST;
        } else if (message.fate() == Fate.HELD) {
            track.way.add(new Point(x + SlotLabels.PARKED_REACH, after(message)));
            track.course = Course.PARKED;
        } else if (message.fate() == Fate.WAITING) {
            track.way.add(new Point(x + SlotLabels.REACH, before(message)));
            track.course = Course.PARKED;
        }
        return start;
    }

    /** The copies have come the same way so far. */
    private Point split(RunEvent.Split split, double x) {
        Track track = open.get(split.message().id());
        Track copy = new Track(split.copy());
        copy.way.addAll(track.way);
        copy.course = track.course;
        open.put(split.copy().id(), copy);
        tracks.add(copy);
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
        Track track = open.get(message.id());
        if (message.fate() == Fate.LOST || track == null) {
            finish(message, end, Course.LOST);
            return;
        }
        Track copy = new Track(track.message);
        copy.way.addAll(track.way);
        copy.way.add(end);
        copy.course = Course.LOST;
        tracks.add(copy);
    }

    private void park(Message message, Point at) {
        Track track = open.get(message.id());
        if (track != null) {
            track.way.add(at);
            track.course = Course.PARKED;
        }
    }

    private void release(Message message, double x) {
        Track track = open.get(message.id());
        if (track != null) {
            Point parked = track.way.get(track.way.size() - 1);
            track.way.add(new Point(x, parked.y()));
            track.course = null;
        }
    }

    private void finish(Message message, Point end, Course course) {
        Track track = open.get(message.id());
        if (track == null) {
            return;
        }
        if (track.course == Course.DELIVERED) {
            // Delivered once more: another arrow from the same start.
            Track copy = new Track(track.message);
            copy.way.add(track.way.get(0));
            tracks.add(copy);
            track = copy;
        }
        track.way.add(end);
        track.course = course;
    }

    List<Arrow> arrows() {
        List<Arrow> arrows = new ArrayList<>(inquiries);
        for (Track track : tracks) {
            Course course = track.course;
            if (course == null) {
                Point last = track.way.get(track.way.size() - 1);
                track.way.add(new Point(last.x() + SlotLabels.REACH - 8, before(track.message)));
                course = Course.IN_FLIGHT;
            }
            arrows.add(new Arrow(track.message.id(), track.message.from(), track.way, course));
        }
        return arrows;
    }

    private double before(Message message) {
        return lanes.before(message.from(), message.to());
    }

    private double after(Message message) {
        return lanes.after(message.from(), message.to());
    }
}
