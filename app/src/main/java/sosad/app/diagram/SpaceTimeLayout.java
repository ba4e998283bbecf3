package sosad.app.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.diagram.SpaceTime.Stretch;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.PersistentList;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/**
 * Turns a history into a {@link SpaceTime} diagram. When it is asked again for one that goes on from the last one, it
 * lays out only what is new, as long as what is there can stay where it is: it can as soon as the diagram is wider than
 * asked for.
 */
public final class SpaceTimeLayout {
    private final TimeDirection direction;
    private final double head;
    private History history;
    private double height;
    private LaneRule lanes;
    private final List<StepLayout> steps = new ArrayList<>();
    private final List<Double> naturals = new ArrayList<>();
    private boolean offScript;
    private Placed placed;

    /** Lays out histories with time going this way. */
    public SpaceTimeLayout(TimeDirection direction) {
        this.direction = direction;
        this.head = direction.head();
    }

    /** Lays out a history once, with time to the right; see {@link #next}. */
    public static SpaceTime of(History history, List<Long> comingTimes, double width, double height) {
        return new SpaceTimeLayout(TimeDirection.RIGHT).next(history, comingTimes, width, height);
    }

    /**
     * Lays out {@code history}.
     *
     * @param comingTimes the times of the steps that are still to be played
     * @param width how long in time the diagram should be at least
     * @param newHeight how far it should go across the lanes; it goes farther where the lanes need it
     */
    public SpaceTime next(History newHistory, List<Long> comingTimes, double width, double newHeight) {
        boolean goesOn = history != null
                && height == newHeight
                && newHistory.size() >= history.size()
                && newHistory.first(history.size()) == history;
        if (!goesOn) {
            begin(newHistory, newHeight);
        }
        for (int i = goesOn ? history.size() : 0; i < newHistory.size(); i++) {
            add(newHistory.at(i));
        }
        history = newHistory;
        List<Double> widths = new ArrayList<>(naturals);
        comingTimes.forEach(time -> widths.add(StepLayout.emptyWidth()));
        widen(widths, width - head);
        if (placed == null || !placed.stays(widths)) {
            placed = new Placed();
        }
        placed.goOn(widths);
        return placed.diagram(comingTimes);
    }

    /** Lets go of the history that was laid out last, which would stay in memory with all its moments. */
    public void forget() {
        history = null;
        steps.clear();
        naturals.clear();
        placed = null;
    }

    private void begin(History newHistory, double newHeight) {
        forget();
        height = newHeight;
        lanes = new LaneRule(
                newHistory.at(0).nodes().stream().map(NodeState::id).toList(), height, direction);
        offScript = false;
    }

    private void add(Snapshot next) {
        boolean leavesScript = next.offScript() && !offScript;
        offScript |= leavesScript;
        int last = steps.size() - 1;
        boolean isSameStep =
                last >= 0 && steps.get(last).slots().get(0).snapshots().get(0).step() == next.step();
        if (isSameStep) {
            steps.get(last).add(next, leavesScript);
            naturals.set(last, steps.get(last).natural());
        } else {
            steps.add(new StepLayout(next, leavesScript, lanes));
            naturals.add(steps.get(last + 1).natural());
        }
    }

    /** Widens the narrowest columns until all together fill {@code width}. */
    private static void widen(List<Double> widths, double width) {
        double rest = width;
        if (widths.stream().mapToDouble(one -> one).sum() >= rest) {
            return;
        }
        double level = 0;
        List<Double> sorted = widths.stream().sorted().toList();
        for (int i = sorted.size() - 1; i >= 0; i--) {
            level = rest / (i + 1);
            if (sorted.get(i) <= level) {
                break;
            }
            rest -= sorted.get(i);
        }
        for (int i = 0; i < widths.size(); i++) {
            widths.set(i, Math.max(widths.get(i), level));
        }
    }

    /**
     * The parts that have their places so far. Of the last slot of the last step more may come, and its labels may
     * change.
     */
    private final class Placed {
        private final MessagePaths paths = new MessagePaths(lanes);
        private final Map<NodeId, PersistentList<Stretch>> stretches = new TreeMap<>();
        private PersistentList<Event> events = PersistentList.empty();
        private SpanList<Label> labels = SpanList.empty();
        private SpanList<Label> labelsBeforeLast = labels;
        private double reach;
        private double reachBeforeLast;
        private List<Double> widths = List.of();
        private int step;
        private int slot;
        private int count;
        private double left = head;
        private double lastX;
        private double spread;
        private Snapshot last;

        /** Returns whether all of it may stay where it is when the steps are so wide. */
        boolean stays(List<Double> newWidths) {
            double width = newWidths.get(step);
            return newWidths.subList(0, step).equals(widths.subList(0, step))
                    && steps.get(step).spread(width) == spread
                    && left + steps.get(step).x(slot, width) == lastX;
        }

        /** Places what has come since. */
        void goOn(List<Double> newWidths) {
            widths = newWidths;
            placeSlot();
            while (slot + 1 < steps.get(step).slots().size() || step + 1 < steps.size()) {
                if (slot + 1 < steps.get(step).slots().size()) {
                    slot++;
                } else {
                    left += widths.get(step++);
                    slot = 0;
                }
                count = 0;
                labelsBeforeLast = labels;
                reachBeforeLast = reach;
                placeSlot();
            }
            spread = steps.get(step).spread(widths.get(step));
        }

        private void placeSlot() {
            StepLayout layout = steps.get(step);
            lastX = left + layout.x(slot, widths.get(step));
            labels = labelsBeforeLast;
            reach = reachBeforeLast;
            for (Label label : layout.labels(slot)) {
                labels = labels.plus(label.moved(lastX));
                reach = Math.max(reach, label.box().bottom());
            }
            Slot whole = layout.slots().get(slot);
            for (; count < whole.snapshots().size(); count++) {
                place(whole.snapshots().get(count), whole);
            }
        }

        private void place(Snapshot snapshot, Slot whole) {
            Point place = paths.happened(snapshot, lastX);
            boolean leavesScript = whole.leavesScript() && snapshot.offScript() && (last == null || !last.offScript());
            events = events.plus(new Event(
                    snapshot.index(),
                    place.x(),
                    place.y(),
                    Marks.of(snapshot.what()),
                    Marks.node(snapshot.what()).filter(lanes::has),
                    leavesScript));
            if (last == null || last.nodes() != snapshot.nodes()) {
                snapshot.nodes().forEach(node -> live(node, place.x()));
            }
            last = snapshot;
        }

        /** The last stretch of a node goes on for ever, until it is another one. */
        private void live(NodeState node, double x) {
            PersistentList<Stretch> all = stretches.getOrDefault(node.id(), PersistentList.empty());
            int end = all.size() - 1;
            Life life = life(node);
            if (all.isEmpty()) {
                stretches.put(node.id(), all.plus(new Stretch(head - 12, x, life)));
            } else if (all.get(end).life() != life) {
                Stretch before = all.get(end);
                stretches.put(
                        node.id(),
                        all.with(end, new Stretch(before.from(), x, before.life()))
                                .plus(new Stretch(x, x, life)));
            }
        }

        SpaceTime diagram(List<Long> comingTimes) {
            List<Column> columns = new ArrayList<>();
            double x = head;
            for (int i = 0; i < widths.size(); i++) {
                boolean isPlayed = i < steps.size();
                long time = isPlayed ? steps.get(i).time() : comingTimes.get(i - steps.size());
                columns.add(new Column(i, time, x, widths.get(i), isPlayed));
                x += widths.get(i);
            }
            double present = events.get(events.size() - 1).x();
            List<Lane> drawn = new ArrayList<>();
            stretches.forEach((node, all) -> {
                Stretch end = all.get(all.size() - 1);
                Stretch now = new Stretch(end.from(), Math.max(end.from(), present), end.life());
                drawn.add(new Lane(node, lanes.lane(node), all.with(all.size() - 1, now)));
            });
            return new SpaceTime(
                    direction,
                    x,
                    Math.max(lanes.extent(), reach),
                    lanes.axis(),
                    present,
                    drawn,
                    columns,
                    events,
                    paths.arrows(),
                    labels);
        }
    }

    private static Life life(NodeState state) {
        return switch (state.status()) {
            case UP -> Life.UP;
            case PAUSED -> Life.PAUSED;
            case DEAD -> Life.DEAD;
        };
    }
}
