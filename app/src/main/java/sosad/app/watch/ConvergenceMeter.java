package sosad.app.watch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.history.SentByKind;
import sosad.app.history.SentCounts;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/** Measures how far a run has converged, event by event, at the price of what each has changed. */
public final class ConvergenceMeter {
    private final HeldEntries held = new HeldEntries();

    /** The live nodes that hold the newest version of a key, by key. */
    private final Map<Key, Set<NodeId>> holders = new HashMap<>();

    private final Map<NodeId, Integer> newest = new TreeMap<>();
    private int everywhere;
    private List<NodeId> live = List.of();
    private SentCounts counted = SentCounts.NOTHING;
    private SentByKind.Sum sent = SentByKind.Sum.NONE;

    /** Takes the next snapshot. */
    public void next(Snapshot snapshot) {
        next(snapshot, held.update(snapshot));
    }

    @SuppressWarnings("ReferenceEquality") // counts that have not changed are the same object
    private void next(Snapshot snapshot, List<HeldEntries.Change> changes) {
        if (held.hasOthersLive()) {
            live = held.live();
            holders.clear();
            newest.clear();
            everywhere = 0;
            held.keys().forEach(this::count);
        } else {
            changes.stream().map(HeldEntries.Change::key).distinct().forEach(this::count);
        }
        if (snapshot.sent() != counted) {
            counted = snapshot.sent();
            sent = counted.run().total();
        }
    }

    private void count(Key key) {
        Set<NodeId> before = holders.remove(key);
        if (before != null) {
            before.forEach(node -> newest.merge(node, -1, Integer::sum));
            everywhere -= before.size() == live.size() ? 1 : 0;
        }
        Optional<Version> version = live.stream()
                .flatMap(node -> held.entry(node, key).stream())
                .map(Entry::version)
                .max(Comparator.naturalOrder());
        version.ifPresent(there -> {
            Set<NodeId> now = new HashSet<>();
            for (NodeId node : live) {
                if (held.entry(node, key)
                        .map(Entry::version)
                        .filter(there::equals)
                        .isPresent()) {
                    now.add(node);
                    newest.merge(node, 1, Integer::sum);
                }
            }
            holders.put(key, now);
            everywhere += now.size() == live.size() ? 1 : 0;
        });
    }

    /** Returns the figures at the last snapshot. */
    public ConvergenceFigures figures() {
        Map<NodeId, Integer> lag = new TreeMap<>();
        live.forEach(node -> lag.put(node, holders.size() - newest.getOrDefault(node, 0)));
        return new ConvergenceFigures(holders.size(), everywhere, lag, sent);
    }
}
