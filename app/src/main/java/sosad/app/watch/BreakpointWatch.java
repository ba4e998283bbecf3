package sosad.app.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveState;

/** Finds the hits of breakpoints in a run as it goes on. Without breakpoints it does nothing. */
public final class BreakpointWatch {
    private final Map<Integer, Watched> watched = new TreeMap<>();
    private HeldEntries held = new HeldEntries();

    private record Watched(Breakpoint breakpoint, BreakpointProbe probe) {}

    /** Returns a watch of one breakpoint from the beginning of a run. */
    public static BreakpointWatch of(Breakpoint breakpoint, Snapshot start) {
        BreakpointWatch watch = new BreakpointWatch();
        watch.add(0, breakpoint, History.startingWith(start));
        return watch;
    }

    /**
     * Adds a breakpoint, from the end of this history on.
     *
     * @param number tells it from others
     */
    public void add(int number, Breakpoint breakpoint, History history) {
        if (watched.isEmpty()) {
            held = new HeldEntries();
        }
        held.update(history.present());
        BreakpointProbe probe = breakpoint.probe();
        probe.begin(history, held);
        watched.put(number, new Watched(breakpoint, probe));
    }

    /** Returns whether there is any breakpoint. */
    boolean hasAny() {
        return !watched.isEmpty();
    }

    /** Takes one away. */
    public void remove(int number) {
        watched.remove(number);
    }

    /** Takes the next snapshot of the run, and returns the breakpoints that it hits. */
    public List<BreakpointHit> next(Snapshot snapshot) {
        if (watched.isEmpty()) {
            return List.of();
        }
        List<BreakpointHit> hits = new ArrayList<>();
        List<HeldEntries.Change> changes = held.update(snapshot);
        watched.values().forEach(one -> one.probe()
                .next(snapshot, held, changes)
                .ifPresent(words -> hits.add(hit(one, snapshot, words))));
        return hits;
    }

    /** Takes a look at a live cluster, whose snapshots take the place of each other. */
    public List<BreakpointHit> next(Snapshot snapshot, LiveState state) {
        List<BreakpointHit> hits = new ArrayList<>(next(snapshot));
        watched.values()
                .forEach(one -> one.probe().live(state).ifPresent(words -> hits.add(hit(one, snapshot, words))));
        return hits;
    }

    private static BreakpointHit hit(Watched one, Snapshot snapshot, String words) {
        return new BreakpointHit(one.breakpoint(), snapshot.index(), snapshot.time(), words);
    }
}
