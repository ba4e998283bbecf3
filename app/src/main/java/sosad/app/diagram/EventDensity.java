package sosad.app.diagram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.diagram.SpaceTime.Event;
import sosad.app.diagram.SpaceTime.Lane;
import sosad.app.diagram.SpaceTime.Mark;
import sosad.model.NodeId;

/**
 * How many events each lane has in each cell of time, for cells of several sizes: what is drawn where single events are
 * too close to be told apart. It follows a diagram that grows, and counts each event once.
 */
public final class EventDensity {
    /** The length of the smallest cells in the diagram's time. */
    public static final double CELL = 128;

    private static final int LEVELS = 20;

    private final Map<NodeId, Counts> lanes = new HashMap<>();
    private Event last;
    private int known;

    /** The cells of one lane: for each size, how many events are in each, and how many of them lost something. */
    private static final class Counts {
        private final List<int[]> all = new ArrayList<>();
        private final List<int[]> lost = new ArrayList<>();

        Counts() {
            for (int level = 0; level < LEVELS; level++) {
                all.add(new int[4]);
                lost.add(new int[4]);
            }
        }

        void add(double x, boolean isLoss) {
            long cell = (long) (x / CELL);
            for (int level = 0; level < LEVELS; level++, cell >>= 1) {
                count(all, level, (int) cell);
                if (isLoss) {
                    count(lost, level, (int) cell);
                }
            }
        }

        private static void count(List<int[]> counts, int level, int cell) {
            int[] cells = counts.get(level);
            if (cell >= cells.length) {
                cells = Arrays.copyOf(cells, Math.max(cell + 1, 2 * cells.length));
                counts.set(level, cells);
            }
            cells[cell]++;
        }

        static int at(List<int[]> counts, int level, int cell) {
            int[] cells = counts.get(level);
            return cell < cells.length ? cells[cell] : 0;
        }
    }

    /** Counts what a diagram has more than the one before, or all of it if it is another one. */
    public void follow(SpaceTime diagram) {
        boolean goesOn = known > 0
                && diagram.events().size() >= known
                && diagram.events().get(known - 1).equals(last);
        if (!goesOn) {
            lanes.clear();
            known = 0;
            diagram.lanes().stream().map(Lane::node).forEach(node -> lanes.put(node, new Counts()));
        }
        List<Event> events = diagram.events();
        for (Event event : events.subList(known, events.size())) {
            event.node()
                    .map(lanes::get)
                    .ifPresent(counts ->
                            counts.add(event.x(), event.mark() == Mark.LOSS || event.mark() == Mark.WRITE_LOST));
        }
        known = events.size();
        last = events.get(known - 1);
    }

    /** Returns the size of the smallest cells, as a power of two of {@link #CELL}, that are no shorter than this. */
    public static int level(double length) {
        int level = 0;
        while (level < LEVELS - 1 && CELL * (1L << level) < length) {
            level++;
        }
        return level;
    }

    /** Returns how long a cell is. */
    public static double length(int level) {
        return CELL * (1L << level);
    }

    /** Returns how many events a lane has in a cell. */
    public int events(NodeId lane, int level, int cell) {
        return Counts.at(lanes.get(lane).all, level, cell);
    }

    /** Returns how many messages or writes of a lane were lost in a cell. */
    public int losses(NodeId lane, int level, int cell) {
        return Counts.at(lanes.get(lane).lost, level, cell);
    }
}
