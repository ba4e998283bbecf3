package sosad.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.StoreCheck.Claim;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update.Receipt;

/** A replica's memory of one peer. */
final class Peer {
    /** No store of the peer was seen yet; store ids begin at 1. */
    static final long NO_STORE = 0;

    final NodeId id;

    /** The peer's bit in {@link StoredEntry}. */
    final long bit;

    Row row;
    long storeId = NO_STORE;

    /** The stages that the peer's store has reported. */
    final Stages heard = new Stages();

    /** True if the peer accepts messages that describe the stores at both ends. */
    boolean isTold = true;

    /** The last message came from a store of the peer older than one seen before. */
    boolean isStraggling;

    /** The stages of earlier starts of this node that the peer has rightly claimed to know. */
    List<Stage> owedConfirmations = List.of();

    /** Keys that this node's own clients wrote since its last push to the peer. */
    final Set<Key> owedPushes = new LinkedHashSet<>();

    /** Under per-key: what is to be receipted in the next message to the peer, the last version of each key. */
    final Map<Key, Version> owedReceipts = new LinkedHashMap<>();

    /** Under per-key: the peer is known to hold everything before this. */
    final Cursor lacking;

    /** Under per-key, where syncs go in slices: everything lacking before this was offered. */
    final Cursor offered;

    /** Under the other rules, where syncs go in slices: everything with at most this place was offered. */
    StoredEntry slicedUpTo = StoredEntry.before(Long.MAX_VALUE);

    /** Under the other rules: the sync in slices is over once everything up to this place was offered. */
    StoredEntry slicesEnd = slicedUpTo;

    Peer(NodeId id, int index, Row row, Store store) {
        this.id = id;
        this.bit = 1L << index;
        this.row = row;
        this.lacking = store.newCursor();
        this.offered = store.newCursor();
    }

    /** Returns what the peer should check its past against; nothing as long as there is no doubt. */
    Optional<Claim> claim() {
        return isStraggling || heard.areSeveral() ? Optional.of(new Claim(storeId, heard.list())) : Optional.empty();
    }

    /** Takes the confirmations owed, which are settled by that. */
    List<Stage> takeConfirmations() {
        List<Stage> owed = owedConfirmations;
        owedConfirmations = List.of();
        return owed;
    }

    ReplicaSnapshot.OfPeer snapshot() {
        List<Receipt> receipts = new ArrayList<>();
        owedReceipts.forEach((key, version) -> receipts.add(new Receipt(key, version)));
        return new ReplicaSnapshot.OfPeer(
                id,
                row,
                storeId,
                heard.list(),
                isTold,
                isStraggling,
                owedConfirmations,
                List.copyOf(owedPushes),
                receipts,
                lacking.snapshot(),
                offered.snapshot(),
                slicedUpTo.snapshotOfPlace(),
                slicesEnd.snapshotOfPlace());
    }

    /** @param byArrival what is held */
    void restore(ReplicaSnapshot.OfPeer snapshot, Map<Long, StoredEntry> byArrival) {
        row = snapshot.row();
        storeId = snapshot.storeId();
        snapshot.heard().forEach(heard::hear);
        isTold = snapshot.isTold();
        isStraggling = snapshot.isStraggling();
        owedConfirmations = snapshot.owedConfirmations();
        owedPushes.addAll(snapshot.owedPushes());
        snapshot.owedReceipts().forEach(receipt -> owedReceipts.put(receipt.key(), receipt.version()));
        lacking.moveTo(snapshot.lacking().map(byArrival::get).orElse(null));
        offered.moveTo(snapshot.offered().map(byArrival::get).orElse(null));
        slicedUpTo = StoredEntry.at(snapshot.slicedUpTo());
        slicesEnd = StoredEntry.at(snapshot.slicesEnd());
    }

    SavedPeer saved() {
        return new SavedPeer(row, storeId, heard.list());
    }
}
