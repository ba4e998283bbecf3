package sosad.app.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * The entries that each node has reported to hold since its store was last empty, which it must hold in the end, or
 * something newer; and the times of the reports.
 */
public final class StoreAccounts {
    private final Map<NodeId, Account> accounts = new TreeMap<>();

    private static final class Account {
        final long emptyNanos;
        final Map<Key, Version> newest = new HashMap<>();

        Account(long emptyNanos) {
            this.emptyNanos = emptyNanos;
        }
    }

    /** A node's store begins empty. */
    public void begins(NodeId node, long nanos) {
        accounts.put(node, new Account(nanos));
    }

    /** A node has told that it holds this. */
    public void took(NodeId node, Entry entry) {
        accounts.get(node)
                .newest
                .merge(entry.key(), entry.version(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Returns whether a node's store, or of what is no node any store, was emptied after that moment. */
    public boolean wasEmptiedSince(NodeId process, long nanos) {
        return accounts.entrySet().stream()
                .filter(account -> account.getKey().equals(process) || !accounts.containsKey(process))
                .anyMatch(account -> account.getValue().emptyNanos - nanos > 0);
    }

    /**
     * Returns what a node has told that it holds, in words, if it does not, nor anything newer.
     *
     * @param keys which keys count
     */
    List<String> forgotten(NodeId node, Collection<Entry> held, Predicate<Key> keys) {
        if (!accounts.containsKey(node)) {
            return List.of(); // it has told nothing
        }
        Map<Key, Version> missing = new TreeMap<>(accounts.get(node).newest);
        missing.keySet().removeIf(keys.negate());
        held.forEach(entry -> missing.computeIfPresent(
                entry.key(), (key, told) -> entry.version().compareTo(told) < 0 ? told : null));
        List<String> words = new ArrayList<>();
        missing.forEach((key, version) -> words.add("%s had %s at %s".formatted(node, key, version)));
        return words;
    }
}
