package sosad.protocol;

import java.util.Optional;

/** A place in a store's order of arrival that stays where it is when entries before or at it are replaced. */
final class Cursor {
    /** The first entry not yet passed; null: all are. */
    private StoredEntry at;

    StoredEntry at() {
        return at;
    }

    /** The arrival of the first entry not yet passed; empty: all are. */
    Optional<Long> snapshot() {
        return Optional.ofNullable(at).map(StoredEntry::arrival);
    }

    void moveTo(StoredEntry held) {
        at = held;
    }

    /** Moves on over entries that {@code peer} is known to hold; gives the first other, or null. */
    StoredEntry firstLackedBy(Peer peer) {
        while (at != null && at.isKnownAt(peer)) {
            at = at.newer;
        }
        return at;
    }
}
