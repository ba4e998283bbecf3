package sosad.protocol;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sosad.model.Key;
import sosad.model.Version;
import sosad.protocol.Update.Receipt;

/**
 * In live mode, receipts that came before their entry: a peer that got it from its writer first has said so at once.
 * Without them this node would offer that peer what it already holds. Past {@value #MAX_KEYS} keys the oldest are
 * dropped, which costs such an offer and nothing else.
 */
final class EarlyReceipts {
    private static final int MAX_KEYS = 100_000;

    private final Map<Key, Early> byKey = new LinkedHashMap<>();

    /** @param holders a bit for each peer that has said it holds this version, as in {@link StoredEntry} */
    private record Early(Version version, long holders) {}

    /** Keeps a receipt for a version newer than what is held here; of several versions of a key, the newest. */
    void keep(Receipt receipt, Peer holder) {
        Early known = byKey.get(receipt.key());
        int order = known == null ? 1 : receipt.version().compareTo(known.version());
        if (order >= 0) {
            long others = order == 0 ? known.holders() : 0;
            byKey.put(receipt.key(), new Early(receipt.version(), others | holder.bit));
        }
        if (byKey.size() > MAX_KEYS) {
            Iterator<Key> oldest = byKey.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** An entry has come: the peers that have said they hold this very version do. */
    void arrived(StoredEntry held) {
        Early early = byKey.get(held.key());
        if (early == null || early.version().compareTo(held.version()) > 0) {
            return;
        }
        byKey.remove(held.key());
        if (held.isVersion(early.version())) {
            held.nowKnownAt(early.holders());
        }
    }

    /** Forgets this peer's early receipts. */
    void forget(Peer peer) {
        byKey.replaceAll((key, early) -> new Early(early.version(), early.holders() & ~peer.bit));
    }

    List<ReplicaSnapshot.EarlyReceipt> snapshot() {
        List<ReplicaSnapshot.EarlyReceipt> receipts = new ArrayList<>();
        byKey.forEach(
                (key, early) -> receipts.add(new ReplicaSnapshot.EarlyReceipt(key, early.version(), early.holders())));
        return receipts;
    }

    void restore(List<ReplicaSnapshot.EarlyReceipt> receipts) {
        receipts.forEach(receipt -> byKey.put(receipt.key(), new Early(receipt.version(), receipt.holders())));
    }

    void clear() {
        byKey.clear();
    }
}
