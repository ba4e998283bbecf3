package sosad.protocol;

import java.util.ArrayList;
import java.util.List;
import sosad.model.Entry;
import sosad.protocol.Rules.Content;
import sosad.protocol.Update.Kind;

/**
 * Syncs in slices of bounded size, so that a node can serve its clients in between. Under per-key each slice is a sync
 * of its own that takes up where the last one ended; under the other rules all slices but the last are pushes, oldest
 * timestamps first.
 */
final class SyncSlices {
    private final Store store;
    private final Rules rules;
    private final Composer composer;
    private final long mostBytes;

    SyncSlices(Store store, Rules rules, Composer composer, long sliceBytes) {
        this.store = store;
        this.rules = rules;
        this.composer = composer;
        this.mostBytes = Math.min(sliceBytes, composer.sizing().budget());
    }

    /** Offers everything that the peer lacks once more, from the oldest on. */
    void beginAgain(Peer to) {
        if (tracksPeers()) {
            to.offered.moveTo(to.lacking.firstLackedBy(to));
        } else {
            to.slicedUpTo = StoredEntry.before(
                    switch (rules.content()) {
                        case REMOTE_NOW -> to.row.now();
                        case REMOTE_PREV -> to.row.prev();
                        default -> Long.MIN_VALUE;
                    });
            StoredEntry last = store.last();
            to.slicesEnd = last == null ? to.slicedUpTo : last.place();
        }
    }

    /**
     * Returns whether something that arrived before {@code arrival} was not offered since {@link #beginAgain}; under
     * the rules by timestamp, whether the sync begun there still goes on, which what is written meanwhile does not
     * prolong.
     */
    boolean hasMore(Peer to, long arrival) {
        if (!tracksPeers()) {
            return StoredEntry.MESSAGE_ORDER.compare(to.slicedUpTo, to.slicesEnd) < 0;
        }
        StoredEntry next = to.offered.firstLackedBy(to);
        return next != null && next.arrival() < arrival;
    }

    /** The next slice; under per-key the header alone if there is nothing more, otherwise no message then. */
    List<Update> next(Peer to, long arrivedBefore) {
        List<Entry> changes = new ArrayList<>();
        long room = mostBytes;
        while (hasMore(to, arrivedBefore)) {
            StoredEntry held = tracksPeers() ? to.offered.at() : store.after(to.slicedUpTo);
            Entry change = held.entry();
            room -= composer.sizing().bytes(change);
            if (room < 0 && !changes.isEmpty()) {
                break;
            }
            changes.add(change);
            pass(to, held);
        }
        if (changes.isEmpty() && !tracksPeers()) {
            return List.of();
        }
        boolean last = tracksPeers() || !hasMore(to, arrivedBefore);
        return composer.compose(last ? Kind.SYNC : Kind.PUSH, to, changes, mostBytes);
    }

    private void pass(Peer to, StoredEntry held) {
        if (tracksPeers()) {
            to.offered.moveTo(held.newer);
        } else {
            to.slicedUpTo = held.place();
        }
    }

    private boolean tracksPeers() {
        return rules.content() == Content.PER_KEY;
    }
}
