package sosad.app.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * The writes that clients were told are kept. One is lost while no live node, paused or not, holds it or a newer write
 * of its key; a message under way, or the disk of a dead node, may still bring it back. While nodes run by their own
 * clocks, a write counts as acknowledged when its own node is seen to hold it.
 */
final class KeptWrites {
    private final Map<Key, NavigableSet<Version>> writes = new HashMap<>();
    private final Map<Key, Set<Version>> lost = new HashMap<>();
    private final Map<WriteId, Version> originals = new HashMap<>();

    /** A write of a client. */
    record Write(Key key, Version version) {}

    /** A write, whatever timestamp a message stamped on it. */
    private record WriteId(NodeId origin, long storeId, long sequence) {
        static WriteId of(Version version) {
            return new WriteId(version.origin(), version.storeId(), version.sequence());
        }
    }

    /** Notes what this snapshot says was written. */
    void note(Snapshot snapshot) {
        if (snapshot.what() instanceof RunEvent.Wrote wrote && !wrote.lost()) {
            note(wrote.entry());
        }
    }

    private void note(Entry entry) {
        writes.computeIfAbsent(entry.key(), first -> new TreeSet<>()).add(entry.version());
        originals.put(WriteId.of(entry.version()), entry.version());
    }

    /** Takes what is lost already, which {@link #next} does not tell. */
    void begin(HeldEntries held) {
        List.copyOf(writes.keySet()).forEach(key -> newlyLost(key, held));
    }

    /** Takes the next snapshot, and returns the writes that are lost with it. */
    List<Write> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        Set<Key> concerned = new LinkedHashSet<>();
        if (snapshot.isLive()) {
            changes.stream()
                    .filter(change -> isOwn(change.node(), change.after()))
                    .forEach(change -> note(change.after().orElseThrow()));
        } else if (snapshot.what() instanceof RunEvent.Wrote wrote) {
            note(snapshot);
            concerned.add(wrote.entry().key());
        }
        changes.forEach(change -> concerned.add(change.key()));
        List<Write> gone = new ArrayList<>();
        concerned.forEach(key -> newlyLost(key, held).forEach(version -> gone.add(new Write(key, version))));
        return gone;
    }

    private static boolean isOwn(NodeId node, Optional<Entry> entry) {
        return entry.map(there -> there.version().origin().equals(node)).orElse(false);
    }

    /** Returns whether there was any write. */
    boolean hasAny() {
        return !writes.isEmpty();
    }

    /** Returns whether a write is lost now. */
    boolean hasLost() {
        return !lost.isEmpty();
    }

    /** Returns whether an entry was written after another, whatever timestamps were stamped on them since. */
    boolean isNewer(Entry entry, Entry other) {
        return written(entry).compareTo(written(other)) > 0;
    }

    private Version written(Entry entry) {
        return originals.getOrDefault(WriteId.of(entry.version()), entry.version());
    }

    private Set<Version> newlyLost(Key key, HeldEntries held) {
        NavigableSet<Version> all = writes.get(key);
        if (all == null) {
            return Set.of();
        }
        Optional<Version> newest = held.nodes().stream()
                .map(NodeState::id)
                .flatMap(node -> held.entry(node, key).stream())
                .map(this::asWritten)
                .max(Comparator.naturalOrder());
        Set<Version> now = new LinkedHashSet<>(
                newest.map(there -> all.tailSet(there, false)).orElse(all));
        Set<Version> before = now.isEmpty() ? lost.remove(key) : lost.put(key, now);
        Set<Version> fresh = new LinkedHashSet<>(now);
        fresh.removeAll(before == null ? new HashSet<>() : before);
        return fresh;
    }

    /** An entry may have been stamped with another timestamp on its way, an earlier or a later one. */
    private Version asWritten(Entry entry) {
        Version original = written(entry);
        return original.compareTo(entry.version()) > 0 ? original : entry.version();
    }
}
