package sosad.app.compare;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.sim.Fingerprint;

/**
 * A binary tree of hashes over the keys, as Dynamo and Cassandra keep one: the two nodes compare it from the root down,
 * in turn, and then exchange what lies in the leaves that differ. Two entries have never the same hash here.
 */
final class MerkleTree extends Reconciliation {
    /** Its leaves are two to this power. */
    static final int LEVELS = 15;

    /** Each hash has 128 bits. */
    static final int HASH_BYTES = 16;

    MerkleTree(FrameBytes frames) {
        super(frames);
    }

    @Override
    String name() {
        return "Merkle tree";
    }

    @Override
    void reconcile(Map<Key, Entry> first, Map<Key, Entry> second, StoreDifference difference) {
        send(List.of(), HASH_BYTES); // the root; the other says nothing if its own is the same
        if (difference.size() == 0) {
            return;
        }
        Set<Integer> leaves =
                difference.keys().stream().map(MerkleTree::leaf).collect(Collectors.toCollection(TreeSet::new));
        for (int level = 1; level <= LEVELS; level++) {
            int depth = LEVELS - (level - 1);
            long parents = leaves.stream().map(leaf -> leaf >> depth).distinct().count();
            send(List.of(), 2 * parents * HASH_BYTES);
        }
        Collection<Entry> ours = within(first, leaves);
        send(ours, 0);
        if (!difference.newerThere().isEmpty()) {
            send(difference.newerThere(), 0);
        }
    }

    private static Collection<Entry> within(Map<Key, Entry> store, Set<Integer> leaves) {
        return store.values().stream()
                .filter(entry -> leaves.contains(leaf(entry.key())))
                .toList();
    }

    /** The leaf of a key, from 0. */
    static int leaf(Key key) {
        return (int) (Fingerprint.of(key) >>> (Long.SIZE - LEVELS));
    }

    /** All hashes, from the root to the leaves. */
    @Override
    long memoryBytes() {
        return IntStream.rangeClosed(0, LEVELS).mapToLong(level -> 1L << level).sum() * HASH_BYTES;
    }
}
