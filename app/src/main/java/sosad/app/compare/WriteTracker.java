package sosad.app.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * The acknowledged writes of a run, and how they come to the nodes. Of two writes of a key that one is newer which got
 * the greater version when it was acknowledged, also where messages stamp entries with other timestamps later.
 */
final class WriteTracker {
    private final List<NodeId> nodes;
    private final Map<Key, Writes> byKey = new TreeMap<>();
    private final Map<Version, Version> acknowledged = new HashMap<>();
    private final List<Long> lagsMillis = new ArrayList<>();
    private long reads;
    private long staleReads;
    private long worstStaleBy;

    /** The writes of one key, by version, and those of them that some node has not come to yet. */
    private static final class Writes {
        final NavigableMap<Version, Integer> order = new TreeMap<>();
        final NavigableMap<Version, Pending> pending = new TreeMap<>();
    }

    /** A write that some nodes hold nothing as new as. */
    private record Pending(long atMillis, Set<NodeId> lacking) {}

    WriteTracker(List<NodeId> nodes) {
        this.nodes = nodes;
    }

    /** A write was acknowledged; its node holds it. */
    void acknowledged(NodeId node, Key key, Version version, long atMillis) {
        acknowledged.put(identity(version), version);
        Writes writes = byKey.computeIfAbsent(key, none -> new Writes());
        writes.order.put(version, 0);
        writes.pending.put(version, new Pending(atMillis, new HashSet<>(nodes)));
        holds(node, key, version, atMillis);
    }

    /** A node holds this version of a key from now on. */
    void holds(NodeId node, Key key, Version version, long atMillis) {
        Version original = original(version);
        Writes writes = byKey.get(key);
        if (original == null || writes == null) {
            return;
        }
        writes.pending.headMap(original, true).values().removeIf(write -> {
            write.lacking().remove(node);
            if (write.lacking().isEmpty()) {
                lagsMillis.add(atMillis - write.atMillis());
            }
            return write.lacking().isEmpty();
        });
    }

    /** A client read a key and got this version, or nothing. */
    void read(Key key, Optional<Version> held) {
        reads++;
        Writes writes = byKey.get(key);
        if (writes == null) {
            return;
        }
        Optional<Version> original = held.map(this::original);
        int behind = original.map(
                        version -> writes.order.tailMap(version, false).size())
                .orElseGet(writes.order::size);
        if (behind > 0) {
            staleReads++;
            worstStaleBy = Math.max(worstStaleBy, behind);
        }
    }

    /**
     * Counts the keys whose newest acknowledged write some node does not hold, and those where none holds it.
     *
     * @param holding what a node holds under a key in the end
     */
    Lost lost(BiFunction<NodeId, Key, Optional<Version>> holding) {
        int lost = 0;
        int gone = 0;
        for (Map.Entry<Key, Writes> key : byKey.entrySet()) {
            Version newest = key.getValue().order.lastKey();
            long holders = nodes.stream()
                    .filter(node -> holding.apply(node, key.getKey())
                            .map(this::original)
                            .filter(newest::equals)
                            .isPresent())
                    .count();
            lost += holders < nodes.size() ? 1 : 0;
            gone += holders == 0 ? 1 : 0;
        }
        return new Lost(lost, gone);
    }

    /**
     * Acknowledged entries that are not everywhere.
     *
     * @param entries how many
     * @param gone how many of them no node holds
     */
    record Lost(int entries, int gone) {}

    /** Returns how many writes were acknowledged. */
    int writes() {
        return acknowledged.size();
    }

    long reads() {
        return reads;
    }

    long staleReads() {
        return staleReads;
    }

    /** Returns how many versions the stalest read was behind. */
    long worstStaleBy() {
        return worstStaleBy;
    }

    /** Returns the milliseconds from a write until the last node held it or something newer. */
    Lags lags() {
        long[] sorted = lagsMillis.stream().mapToLong(Long::longValue).sorted().toArray();
        int late = byKey.values().stream().mapToInt(key -> key.pending.size()).sum();
        return new Lags(quantile(sorted, 0.5), quantile(sorted, 0.99), quantile(sorted, 1), late);
    }

    private static long quantile(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(share * sorted.length) - 1];
    }

    /**
     * Lags in milliseconds.
     *
     * @param p50 half of the writes took no longer
     * @param p99 of a hundred writes one took longer
     * @param max the longest
     * @param unreached writes that had not come everywhere at the end of the run, which are in none of the others
     */
    record Lags(long p50, long p99, long max, int unreached) {
        static final Lags NONE = new Lags(0, 0, 0, 0);
    }

    private Version original(Version held) {
        return acknowledged.get(identity(held));
    }

    /** What stays of a version when a message stamps it. */
    private static Version identity(Version version) {
        return version.stamped(0);
    }
}
