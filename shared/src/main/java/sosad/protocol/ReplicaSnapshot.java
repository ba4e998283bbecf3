package sosad.protocol;

import java.util.List;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update.Receipt;

/**
 * The whole state of a replica at one moment, from which {@link Replica#restore} makes one that goes on in the same
 * way. Two replicas in the same state have equal snapshots.
 *
 * @param id the replica's name
 * @param rules the cluster's switches
 * @param storeId the number of its store
 * @param sequence that store's count of its clients' writes
 * @param starts the starts under which the store has changed, see {@link Saved}
 * @param entries what is held, in the order of arrival
 * @param keys the keys of the entries, in the order in which each first came
 * @param arrivals how many changes the store has taken
 * @param peers what is known of each peer, in alphabetical order
 * @param earlyReceipts the receipts that came before their entry, oldest first
 * @param lastRollingSync where the last rolling sync went; the replica itself: there was none
 * @param receiptsForAll whether receipts go to all peers, see {@link Replica#receiptToAll}
 */
public record ReplicaSnapshot(
        NodeId id,
        Rules rules,
        long storeId,
        long sequence,
        List<Stage> starts,
        List<EntryState> entries,
        List<Key> keys,
        long arrivals,
        List<OfPeer> peers,
        List<EarlyReceipt> earlyReceipts,
        NodeId lastRollingSync,
        boolean receiptsForAll) {
    public ReplicaSnapshot {
        starts = List.copyOf(starts);
        entries = List.copyOf(entries);
        keys = List.copyOf(keys);
        peers = List.copyOf(peers);
        earlyReceipts = List.copyOf(earlyReceipts);
    }

    /** The same state under other rules; of what peers are known to hold, only per-key takes note. */
    public ReplicaSnapshot under(Rules others) {
        return new ReplicaSnapshot(
                id,
                others,
                storeId,
                sequence,
                starts,
                entries,
                keys,
                arrivals,
                peers,
                earlyReceipts,
                lastRollingSync,
                receiptsForAll);
    }

    /**
     * An entry in the store.
     *
     * @param arrival how many changes the store had taken before it
     * @param holders a bit for each peer known to hold this version, by alphabetical order
     */
    public record EntryState(Entry entry, long arrival, long holders) {}

    /** A receipt for a version that has not come. */
    public record EarlyReceipt(Key key, Version version, long holders) {}

    /** A place in the order of messages: by timestamp, then by arrival. */
    public record Place(long timestamp, long arrival) {}

    /**
     * The replica's knowledge of one peer.
     *
     * @param id the peer's name
     * @param row how far the peer has been heard
     * @param storeId the peer's store last seen; 0: none yet
     * @param heard the last stage of that store heard from each start, oldest first
     * @param isTold whether the peer takes messages that say something of the stores at both ends
     * @param isStraggling whether its last message came from a store older than one seen before
     * @param owedConfirmations what it has claimed to have heard of earlier starts, and rightly
     * @param owedPushes the keys owed in a push, in order
     * @param owedReceipts the receipts owed, in order
     * @param lacking the arrival of the first entry that the peer may lack; empty: it lacks none
     * @param offered the arrival of the first entry not yet offered in slices; empty: all are
     * @param slicedUpTo the place up to which a sync in slices has come
     * @param slicesEnd the place at which that sync is over
     */
    public record OfPeer(
            NodeId id,
            Row row,
            long storeId,
            List<Stage> heard,
            boolean isTold,
            boolean isStraggling,
            List<Stage> owedConfirmations,
            List<Key> owedPushes,
            List<Receipt> owedReceipts,
            Optional<Long> lacking,
            Optional<Long> offered,
            Place slicedUpTo,
            Place slicesEnd) {
        public OfPeer {
            heard = List.copyOf(heard);
            owedConfirmations = List.copyOf(owedConfirmations);
            owedPushes = List.copyOf(owedPushes);
            owedReceipts = List.copyOf(owedReceipts);
        }
    }
}
