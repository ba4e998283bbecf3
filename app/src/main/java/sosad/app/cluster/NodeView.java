package sosad.app.cluster;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.app.history.PersistentList;
import sosad.message.Report;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * A node's tables, built from its reports. Each copy handed out is immutable and shares everything unchanged with the
 * previous one. Used only by the cluster's thread.
 */
final class NodeView {
    private SortedMap<NodeId, Row> rows = Collections.emptySortedMap();
    private final Map<Key, Entry> entries = new HashMap<>();
    private PersistentList<Entry> sorted = PersistentList.empty();

    /** The keys whose entries have changed since they were sorted, and what was sorted in under them. */
    private final Map<Key, Optional<Entry>> changed = new HashMap<>();

    /** A view of a node of which nothing is known. */
    NodeView() {}

    NodeView(List<NodeId> peers, long startTime) {
        peers.forEach(peer -> set(peer, Row.start(startTime)));
    }

    void wrote(Report.Wrote wrote) {
        if (!wrote.lost()) {
            take(wrote.entry());
        }
    }

    void received(Report.Received received) {
        set(received.from(), received.row());
        received.applied().forEach(this::take);
    }

    void heard(Report.Heard heard) {
        heard.applied().ifPresent(this::take);
    }

    /** Takes over the node's own account of itself. */
    void reset(Map<NodeId, Row> newRows, Collection<Entry> all) {
        newRows.forEach(this::set);
        Set<Key> gone = new HashSet<>(entries.keySet());
        all.forEach(entry -> {
            gone.remove(entry.key());
            take(entry);
        });
        gone.forEach(key -> note(key, entries.remove(key)));
    }

    private void set(NodeId peer, Row row) {
        if (!row.equals(rows.get(peer))) {
            SortedMap<NodeId, Row> newRows = new TreeMap<>(rows);
            newRows.put(peer, row);
            rows = Collections.unmodifiableSortedMap(newRows);
        }
    }

    private void take(Entry entry) {
        Entry before = entries.put(entry.key(), entry);
        if (!entry.equals(before)) {
            note(entry.key(), before);
        }
    }

    private void note(Key key, Entry before) {
        changed.putIfAbsent(key, Optional.ofNullable(before));
    }

    SortedMap<NodeId, Row> rows() {
        return rows;
    }

    /** Returns the entries in the order of the document's tables. */
    PersistentList<Entry> entries() {
        if (changed.size() > sorted.size() / 4) {
            sorted = PersistentList.copyOf(
                    entries.values().stream().sorted(Entry.TABLE_ORDER).toList());
        } else {
            changed.forEach((key, before) -> {
                before.ifPresent(entry -> sorted = sorted.minus(sorted.place(entry, Entry.TABLE_ORDER)));
                Optional.ofNullable(entries.get(key))
                        .ifPresent(entry -> sorted = sorted.plus(sorted.place(entry, Entry.TABLE_ORDER), entry));
            });
        }
        changed.clear();
        return sorted;
    }
}
