package sosad.protocol;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import sosad.model.Key;
import sosad.model.Version;

/** What a replica remembers of one peer. */
final class Peer {
    /** No store of the peer was seen yet; store ids begin at 1. */
    static final long NO_STORE = 0;

    Row row;
    long storeId = NO_STORE;

    /** Keys that this node's own clients wrote since its last push to the peer. */
    final Set<Key> owedPushes = new LinkedHashSet<>();

    /** Under per-key: what came from the peer since this node's last message to it, the last version of each key. */
    final Map<Key, Version> owedReceipts = new LinkedHashMap<>();

    /** Under per-key: keys whose held version the peer is not known to hold. The others it is known to hold. */
    final Set<Key> lacking = new LinkedHashSet<>();

    Peer(long startTime) {
        this.row = Row.start(startTime);
    }
}
