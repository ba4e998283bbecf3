package sosad.app.watch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Update;

/**
 * Judges every {@link Invariant} along a run, event by event, at the price of what each has changed. Where nodes run by
 * their own clocks, whose states are looked at one after the other, it judges only whether they agree and keep writes.
 */
public final class InvariantWatch {
    private final HeldEntries held = new HeldEntries();
    private final KeptWrites writes = new KeptWrites();
    private final RowReview rows = new RowReview();
    private final Set<Key> differing = new HashSet<>();
    private final Map<Key, Integer> holders = new HashMap<>();
    private final Map<Invariant, Lamp> lamps = new EnumMap<>(Invariant.class);
    private Snapshot before;
    private boolean changed;

    public InvariantWatch() {
        for (Invariant invariant : Invariant.values()) {
            lamps.put(invariant, Lamp.untested(invariant));
        }
    }

    /** Takes the next snapshot; returns whether a lamp has changed with it. */
    public boolean next(Snapshot snapshot) {
        changed = false;
        List<HeldEntries.Change> changes = held.update(snapshot);
        writes.next(snapshot, held, changes);
        if (before == null) {
            rows.begin(snapshot);
        }
        judgeAgreement(snapshot, changes);
        if (writes.hasAny()) {
            test(Invariant.WRITES_KEPT, !writes.hasLost(), snapshot);
        }
        boolean isSteps = before != null && !before.isLive() && !snapshot.isLive();
        rows.note(snapshot, changes);
        if (isSteps) {
            changes.stream()
                    .filter(change -> lasts(change.node(), snapshot))
                    .forEach(change -> judge(change, snapshot));
            judgeDelivery(snapshot);
            rows.review(before, snapshot).forEach((invariant, holds) -> test(invariant, holds, snapshot));
        }
        before = snapshot;
        return changed;
    }

    private void test(Invariant invariant, boolean holds, Snapshot snapshot) {
        Lamp was = lamps.get(invariant);
        Lamp now = was.tested(holds, snapshot.index());
        if (!now.equals(was)) {
            lamps.put(invariant, now);
            changed = true;
        }
    }

    private void judgeAgreement(Snapshot snapshot, List<HeldEntries.Change> changes) {
        if (held.hasOthersLive()) {
            differing.clear();
            holders.clear();
            held.keys().forEach(this::compare);
        } else {
            changes.forEach(change -> compare(change.key()));
        }
        if (!holders.isEmpty() && held.live().size() > 1) {
            test(Invariant.NODES_AGREE, differing.isEmpty(), snapshot);
        }
    }

    private void compare(Key key) {
        List<Optional<Entry>> entries =
                held.live().stream().map(node -> held.entry(node, key)).toList();
        int holding = (int) entries.stream().filter(Optional::isPresent).count();
        holders.compute(key, (same, before) -> holding == 0 ? null : holding);
        boolean differs = entries.stream()
                        .map(entry -> entry.flatMap(Entry::value))
                        .distinct()
                        .count()
                > 1;
        if (differs) {
            differing.add(key);
        } else {
            differing.remove(key);
        }
    }

    /** Returns whether a node has the process that it had before. */
    private boolean lasts(NodeId id, Snapshot snapshot) {
        return lasts(before.node(id), snapshot.node(id));
    }

    static boolean lasts(NodeState was, NodeState is) {
        return was.hasProcess() && is.hasProcess() && was.pid() == is.pid();
    }

    private void judge(HeldEntries.Change change, Snapshot snapshot) {
        change.before().ifPresent(old -> {
            boolean rises = change.after()
                    .map(entry -> entry.version().compareTo(old.version()) >= 0)
                    .orElse(false);
            test(Invariant.ENTRIES_RISE, rises, snapshot);
            if (old.isTombstone()) {
                boolean isNewer = change.after()
                        .map(entry -> entry.isTombstone() || writes.isNewer(entry, old))
                        .orElse(false);
                test(Invariant.DELETES_KEPT, isNewer, snapshot);
            }
        });
        change.after().filter(Entry::isTombstone).ifPresent(there -> test(Invariant.DELETES_KEPT, true, snapshot));
    }

    private void judgeDelivery(Snapshot snapshot) {
        if (snapshot.what() instanceof RunEvent.Delivered delivered) {
            Optional<Update> update = delivered.message().update();
            if (update.isPresent() && !update.get().changes().isEmpty()) {
                boolean holds = update.get().changes().stream()
                        .allMatch(change -> held.entry(update.get().to(), change.key())
                                .filter(entry -> entry.version().compareTo(change.version()) >= 0)
                                .isPresent());
                test(Invariant.ENTRIES_RISE, holds, snapshot);
            }
        }
    }

    /** Returns all lamps after the last snapshot, in the order of the invariants. */
    public List<Lamp> lamps() {
        return List.copyOf(lamps.values());
    }
}
