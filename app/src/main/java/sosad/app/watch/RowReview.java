package sosad.app.watch;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Row;
import sosad.protocol.Update;

/** The invariants of rows. */
final class RowReview {
    /** The newest timestamp that each node has ever held, or the start time. */
    private final Map<NodeId, Long> newestHeld = new HashMap<>();

    /** The store of the sender that the last message on each link came from. */
    private final Map<Link, Long> stores = new HashMap<>();

    private Row start = Row.start(0);

    /** Takes the first snapshot of a run, at which nothing has been heard yet. */
    void begin(Snapshot snapshot) {
        start = snapshot.nodes().stream()
                .flatMap(node -> node.rows().values().stream())
                .findFirst()
                .orElse(start);
        snapshot.nodes().forEach(node -> newestHeld.put(node.id(), start.now()));
    }

    /** Takes what nodes hold that they did not hold before. */
    void note(Snapshot snapshot, List<HeldEntries.Change> changes) {
        for (HeldEntries.Change change : changes) {
            change.after()
                    .map(Entry::timestamp)
                    .ifPresent(timestamp -> newestHeld.merge(change.node(), timestamp, Math::max));
        }
        if (snapshot.isLive()) {
            stores.clear(); // messages pass that nobody looks at
        }
    }

    /** Returns the invariants that the step from one snapshot to the next has tested, and whether it kept them. */
    Map<Invariant, Boolean> review(Snapshot before, Snapshot now) {
        Map<Invariant, Boolean> tested = new EnumMap<>(Invariant.class);
        Optional<Update> update = now.what() instanceof RunEvent.Delivered delivered
                ? delivered.message().update()
                : Optional.empty();
        if (now.nodes() != before.nodes()) {
            for (NodeState node : now.nodes()) {
                NodeState was = before.node(node.id());
                if (InvariantWatch.lasts(was, node)) {
                    node.rows().forEach((peer, row) -> {
                        if (!row.equals(was.rows().get(peer))) {
                            boolean falls = row.now() < was.rows().get(peer).now();
                            add(tested, Invariant.NOW_RISES, !falls || isReset(node, peer, update));
                            add(tested, Invariant.PREV_FOLLOWS, row.prev() <= row.mark() && row.mark() <= row.now());
                            add(tested, Invariant.NOW_IS_HELD, row.now() <= newestHeld.getOrDefault(peer, start.now()));
                        }
                    });
                }
            }
        }
        update.ifPresent(one -> stores.merge(new Link(one.from(), one.to()), one.storeId(), Math::max));
        return tested;
    }

    private static void add(Map<Invariant, Boolean> tested, Invariant invariant, boolean holds) {
        tested.merge(invariant, holds, Boolean::logicalAnd);
    }

    /** Returns whether a row begins anew because its peer's store does, or because all rows of the node do. */
    private boolean isReset(NodeState node, NodeId peer, Optional<Update> update) {
        if (update.isEmpty() || !update.get().to().equals(node.id())) {
            return false;
        }
        NodeId from = update.get().from();
        boolean isNewStore = from.equals(peer)
                && update.get().storeId() > stores.getOrDefault(new Link(from, node.id()), Long.MIN_VALUE);
        boolean isOwn = update.get().storeCheck().claim().isPresent()
                && node.rows().entrySet().stream()
                        .allMatch(row ->
                                row.getKey().equals(from) || row.getValue().equals(start));
        return isNewStore || isOwn;
    }
}
