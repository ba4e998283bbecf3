package sosad.app.explain;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * A push or a sync that was carried out, whether or not there was anything to send.
 *
 * @param isSync whether it is a sync
 * @param to its destinations
 * @param keys the keys to which it was narrowed, if it was
 * @param before the last event before it
 * @param after the last event of it; {@code before} if nothing was sent
 */
record Sending(NodeId from, boolean isSync, List<NodeId> to, Optional<List<Key>> keys, int before, int after) {
    Sending {
        Objects.requireNonNull(from);
        to = List.copyOf(to);
        keys = keys.map(List::copyOf);
    }

    /** Returns whether it was narrowed to other keys than this one. */
    boolean leavesOut(Key key) {
        return keys.isPresent() && !keys.get().contains(key);
    }
}
