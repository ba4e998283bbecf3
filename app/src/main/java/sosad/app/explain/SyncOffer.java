package sosad.app.explain;

import java.util.Objects;
import java.util.Optional;
import sosad.model.NodeId;

/**
 * A sync to one destination.
 *
 * @param at an event at which its sender's state is that of the sync
 * @param sending the action, if it is known
 * @param track the message, if there was one
 */
record SyncOffer(NodeId from, NodeId to, int at, Optional<Sending> sending, Optional<MessageTrack> track) {
    SyncOffer {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(sending);
        Objects.requireNonNull(track);
    }

    /** The event to point at. */
    int event() {
        return track.map(one -> one.sending().id()).orElse(at);
    }
}
