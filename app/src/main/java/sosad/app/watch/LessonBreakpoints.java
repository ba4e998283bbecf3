package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.history.History;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.model.NodeId;

/**
 * The breakpoints of each lesson that was opened, and what finds their hits in the present run. They last as long as
 * the program runs. Used by one thread.
 */
public final class LessonBreakpoints {
    /** The most breakpoints of a lesson. */
    public static final int MAX = 50;

    /** Numbers the one that belongs to a single run to it. */
    private static final int UNTIL = 0;

    private final Map<String, Map<Integer, BreakpointState>> lessons = new HashMap<>();
    private Map<Integer, BreakpointState> present = new TreeMap<>();
    private List<NodeId> nodes = List.of();
    private BreakpointWatch watch = new BreakpointWatch();
    private Optional<History> run = Optional.empty();

    /** A run of this scenario begins. */
    public void begin(Scenario scenario) {
        present = lessons.computeIfAbsent(scenario.title(), first -> new TreeMap<>());
        present.replaceAll((number, state) -> state.inFreshRun());
        nodes = scenario.cluster().nodes();
        present.values().removeIf(state -> BreakpointText.unknownNode(state.breakpoint(), nodes)
                .isPresent());
        watch = new BreakpointWatch();
        run = Optional.empty();
    }

    /** Returns the breakpoints of the lesson, in the order in which they were set. */
    public List<BreakpointState> all() {
        return List.copyOf(present.values());
    }

    /**
     * Adds one, or turns one on that is there already; returns its number.
     *
     * @throws InvalidBreakpointException if the cluster has no such node, or there are too many
     */
    public int add(Breakpoint breakpoint) {
        check(breakpoint);
        for (BreakpointState state : present.values()) {
            if (state.breakpoint().equals(breakpoint)) {
                turn(state.number(), true);
                return state.number();
            }
        }
        if (present.size() == MAX) {
            throw new InvalidBreakpointException(
                    format("there are %d breakpoints, which is the most; delete one first", MAX));
        }
        int number = present.keySet().stream().mapToInt(one -> one).max().orElse(UNTIL) + 1;
        present.put(number, new BreakpointState(number, breakpoint, true, 0, Optional.empty()));
        run.ifPresent(history -> watch.add(number, breakpoint, history));
        return number;
    }

    private void check(Breakpoint breakpoint) {
        BreakpointText.unknownNode(breakpoint, nodes).ifPresent(why -> {
            throw new InvalidBreakpointException(why);
        });
    }

    /** Takes one away; returns whether it was there. */
    public boolean remove(int number) {
        watch.remove(number);
        return present.remove(number) != null;
    }

    /** Turns one on or off; returns whether it is there. */
    public boolean turn(int number, boolean on) {
        BreakpointState state = present.get(number);
        if (state != null && state.on() != on) {
            present.put(number, state.turned(on));
            watch.remove(number);
            if (on) {
                run.ifPresent(history -> watch.add(number, state.breakpoint(), history));
            }
        }
        return state != null;
    }

    /**
     * Sets the one that belongs to a single run to it, or takes it away.
     *
     * @throws InvalidBreakpointException if the cluster has no such node
     */
    public void until(Optional<Breakpoint> breakpoint) {
        breakpoint.ifPresent(this::check);
        watch.remove(UNTIL);
        breakpoint.ifPresent(one -> run.ifPresent(history -> watch.add(UNTIL, one, history)));
    }

    /** Returns whether a run stops at any. */
    public boolean isArmed() {
        return watch.hasAny();
    }

    /**
     * Takes the run as it has gone on by one snapshot; returns the breakpoints that it hits.
     *
     * @param counts whether they count, and are not a run's that is repeated
     */
    public List<BreakpointHit> next(History history, boolean counts) {
        boolean isFirst = run.isEmpty();
        run = Optional.of(history);
        if (isFirst) {
            present.values().stream()
                    .filter(BreakpointState::on)
                    .forEach(state -> watch.add(state.number(), state.breakpoint(), history));
            return List.of();
        }
        List<BreakpointHit> hits = watch.next(history.present());
        return counts ? noted(hits) : List.of();
    }

    /** Takes a look at a live cluster, which has taken the place of the one before; its hits are still to be noted. */
    public List<BreakpointHit> look(History history, LiveState state) {
        run = Optional.of(history);
        return watch.next(history.present(), state);
    }

    /** Notes hits with their breakpoints. */
    public List<BreakpointHit> noted(List<BreakpointHit> hits) {
        for (BreakpointHit hit : hits) {
            for (BreakpointState state : new ArrayList<>(present.values())) {
                if (state.on() && state.breakpoint().equals(hit.breakpoint())) {
                    present.put(state.number(), state.hit(hit));
                }
            }
        }
        return hits;
    }
}
