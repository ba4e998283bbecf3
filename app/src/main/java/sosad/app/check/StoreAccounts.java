package sosad.app.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
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
    private final Map<NodeId, List<Account>> closed = new TreeMap<>();

    /** What a store has told since it was empty, and when it first told of each key. */
    private static final class Account {
        final long emptyNanos;
        final Map<Key, Version> newest = new HashMap<>();
        final Map<Key, Long> firstNanos = new HashMap<>();

        Account(long emptyNanos) {
            this.emptyNanos = emptyNanos;
        }
    }

    /** A node's store begins empty. */
    public void begins(NodeId node, long nanos) {
        Account before = accounts.put(node, new Account(nanos));
        if (before != null) {
            closed.computeIfAbsent(node, absent -> new ArrayList<>()).add(before);
        }
    }

    /** A node has told that it holds this. */
    public void took(NodeId node, Entry entry, long nanos) {
        Account account = accounts.get(node);
        account.firstNanos.putIfAbsent(entry.key(), nanos);
        account.newest.merge(entry.key(), entry.version(), (one, other) -> one.compareTo(other) > 0 ? one : other);
    }

    /** Returns whether a node's store, or of what is no node any store, was emptied after that moment. */
    public boolean wasEmptiedSince(NodeId process, long nanos) {
        return accounts.entrySet().stream()
                .filter(account -> account.getKey().equals(process) || !accounts.containsKey(process))
                .anyMatch(account -> account.getValue().emptyNanos - nanos > 0);
    }

    /**
     * Returns whether a store that held a key was emptied although another had been there beside it for so long, and
     * has never told of the key: it should have got it by then, where no link was cut.
     */
    public boolean wasDueElsewhere(Key key, long forNanos) {
        return closed.entrySet().stream()
                .anyMatch(node -> IntStream.range(0, node.getValue().size()).anyMatch(life -> {
                    Long told = node.getValue().get(life).firstNanos.get(key);
                    long emptied = emptied(node.getKey(), life);
                    return told != null
                            && accounts.keySet().stream()
                                    .filter(other -> !other.equals(node.getKey()))
                                    .anyMatch(other -> lacked(other, key, told, emptied, forNanos));
                }));
    }

    /** Returns when a life of a store ended that is over. */
    private long emptied(NodeId node, int life) {
        List<Account> lives = closed.get(node);
        return (life + 1 < lives.size() ? lives.get(life + 1) : accounts.get(node)).emptyNanos;
    }

    /** Returns whether a store was there from some moment to another, for so long, and never told of a key. */
    private boolean lacked(NodeId node, Key key, long from, long until, long forNanos) {
        List<Account> lives = new ArrayList<>(closed.getOrDefault(node, List.of()));
        lives.add(accounts.get(node));
        for (int life = lives.size() - 1; life >= 0; life--) {
            Account one = lives.get(life);
            if (one.emptyNanos - until < 0) { // the one that was there then
                return !one.firstNanos.containsKey(key) && until - Math.max(from, one.emptyNanos) > forNanos;
            }
        }
        return false;
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
