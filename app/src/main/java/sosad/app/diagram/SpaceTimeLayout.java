package sosad.app.diagram;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.diagram.SpaceTime.Column;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Label;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Life;
import sosad.app.diagram.SpaceTime.Stretch;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/** Turns a history into a {@link SpaceTime} diagram. */
public final class SpaceTimeLayout {
    /** The room for the badges in front of the lanes. */
    public static final double BADGES = 56;

    private final List<Snapshot> snapshots;
    private final LaneRule lanes;
    private final List<Event> events = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();

    private SpaceTimeLayout(History history, double height) {
        this.snapshots = history.snapshots();
        this.lanes = new LaneRule(
                snapshots.get(0).nodes().stream().map(NodeState::id).toList(), height);
    }

    /**
     * Lays out {@code history}.
     *
     * @param comingTimes the times of the steps that are still to be played
     * @param width how wide the diagram should be at least
     * @param height how high it should be; it becomes higher where the lanes need it
     */
    public static SpaceTime of(History history, List<Long> comingTimes, double width, double height) {
        return new SpaceTimeLayout(history, height).layOut(comingTimes, width);
    }

    private SpaceTime layOut(List<Long> comingTimes, double width) {
        Optional<Snapshot> leavesScript =
                snapshots.stream().filter(Snapshot::offScript).findFirst();
        Map<Integer, List<Snapshot>> bySteps = snapshots.stream()
                .collect(Collectors.groupingBy(Snapshot::step, LinkedHashMap::new, Collectors.toList()));
        List<StepLayout> steps = bySteps.values().stream()
                .map(step -> new StepLayout(step, lanes, leavesScript))
                .toList();
        List<Double> widths =
                new ArrayList<>(steps.stream().map(StepLayout::natural).toList());
        comingTimes.forEach(time -> widths.add(StepLayout.emptyWidth()));
        widen(widths, width - BADGES);
        double x = BADGES;
        MessagePaths courses = new MessagePaths(lanes);
        for (int i = 0; i < steps.size(); i++) {
            place(steps.get(i), x, widths.get(i), courses, leavesScript);
            columns.add(new Column(steps.get(i).time(), x, widths.get(i), true));
            x += widths.get(i);
        }
        for (int i = 0; i < comingTimes.size(); i++) {
            double columnWidth = widths.get(steps.size() + i);
            columns.add(new Column(comingTimes.get(i), x, columnWidth, false));
            x += columnWidth;
        }
        double present = events.get(events.size() - 1).x();
        return new SpaceTime(
                x, lanes.height(), lanes.axis(), present, lanes(present), columns, events, courses.arrows(), labels);
    }

    /** Widens the narrowest columns until all together fill {@code width}. */
    private static void widen(List<Double> widths, double width) {
        double level = 0;
        List<Double> sorted = widths.stream().sorted().toList();
        double rest = width;
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

    private void place(
            StepLayout step, double left, double width, MessagePaths courses, Optional<Snapshot> leavesScript) {
        for (int i = 0; i < step.slots().size(); i++) {
            Slot slot = step.slots().get(i);
            double x = left + step.x(i, width);
            for (Snapshot snapshot : slot.snapshots()) {
                Point place = courses.happened(snapshot.what(), x);
                events.add(new Event(
                        snapshot.index(),
                        place.x(),
                        place.y(),
                        Marks.of(snapshot.what()),
                        Marks.node(snapshot.what()).filter(lanes::has),
                        leavesScript.filter(snapshot::equals).isPresent()));
            }
            for (Label label : step.labels(i)) {
                labels.add(label.moved(x));
            }
        }
    }

    private List<Lane> lanes(double present) {
        List<Lane> made = new ArrayList<>();
        for (NodeState node : snapshots.get(0).nodes()) {
            made.add(new Lane(node.id(), lanes.lane(node.id()), stretches(node.id(), present)));
        }
        return made;
    }

    private List<Stretch> stretches(NodeId node, double present) {
        List<Stretch> stretches = new ArrayList<>();
        double from = BADGES - 12;
        Life life = life(snapshots.get(0).node(node));
        for (int i = 1; i < snapshots.size(); i++) {
            Life next = life(snapshots.get(i).node(node));
            if (next != life) {
                stretches.add(new Stretch(from, events.get(i).x(), life));
                from = events.get(i).x();
                life = next;
            }
        }
        stretches.add(new Stretch(from, Math.max(from, present), life));
        return stretches;
    }

    private static Life life(NodeState state) {
        return switch (state.status()) {
            case UP -> Life.UP;
            case PAUSED -> Life.PAUSED;
            case DEAD -> Life.DEAD;
        };
    }
}
