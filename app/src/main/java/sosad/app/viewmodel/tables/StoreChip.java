package sosad.app.viewmodel.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * An entry of the cluster's, as one node has it.
 *
 * @param key its key
 * @param writer the node whose client wrote its newest version
 * @param state whether the node holds that version
 * @param isDeleted whether that version is a tombstone
 * @param isNew whether the node has got what it holds since the baseline
 */
public record StoreChip(Key key, NodeId writer, State state, boolean isDeleted, boolean isNew) {
    /** From so many entries on, chips become counts. */
    public static final int MANY = 12;

    /** What a node has of an entry. */
    public enum State {
        HELD,
        OLDER,
        LACKING
    }

    /** Returns the chips of each live node, in one order: by the newest versions' timestamps, then by key. */
    public static Map<NodeId, List<StoreChip>> of(Snapshot snapshot, Optional<Snapshot> baseline) {
        List<Entry> newest = newest(snapshot);
        Map<NodeId, List<StoreChip>> chips = new HashMap<>();
        for (NodeState node : snapshot.nodes()) {
            if (node.hasProcess()) {
                Map<Key, Entry> held = byKey(node);
                Optional<Map<Key, Entry>> before = baseline.map(moment -> byKey(moment.node(node.id())));
                List<StoreChip> own = new ArrayList<>();
                newest.forEach(entry -> own.add(chip(entry, held.get(entry.key()), before)));
                chips.put(node.id(), List.copyOf(own));
            }
        }
        return chips;
    }

    private static StoreChip chip(Entry newest, Entry held, Optional<Map<Key, Entry>> before) {
        State state = held == null ? State.LACKING : held.version().equals(newest.version()) ? State.HELD : State.OLDER;
        boolean isNew = held != null
                && before.filter(entries -> !held.equals(entries.get(newest.key())))
                        .isPresent();
        return new StoreChip(newest.key(), newest.version().origin(), state, newest.isTombstone(), isNew);
    }

    /** Returns the newest entry of every key that a node holds, in the order of the document's tables. */
    static List<Entry> newest(Snapshot snapshot) {
        Map<Key, Entry> newest = new HashMap<>();
        snapshot.nodes().forEach(node -> node.entries()
                .forEach(entry -> newest.merge(
                        entry.key(),
                        entry,
                        (one, other) -> one.version().compareTo(other.version()) >= 0 ? one : other)));
        return newest.values().stream().sorted(Entry.TABLE_ORDER).toList();
    }

    private static Map<Key, Entry> byKey(NodeState node) {
        Map<Key, Entry> entries = new HashMap<>();
        node.entries().forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    /** Returns the state in words, for those who do not see it. */
    public String words() {
        String what =
                switch (state) {
                    case HELD -> "holds " + key;
                    case OLDER -> "holds an older " + key;
                    case LACKING -> "lacks " + key;
                };
        return what + (isDeleted ? ", deleted" : "") + (isNew ? ", just come" : "");
    }
}
