package sosad.app.explain;

import java.util.Objects;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;

/** Something in a snapshot that one can ask the reason of. */
public sealed interface Question {
    /** Why a node holds what it holds under a key, or holds nothing. */
    record OfEntry(NodeId at, Key key) implements Question {
        public OfEntry {
            Objects.requireNonNull(at);
            Objects.requireNonNull(key);
        }
    }

    /** Why a node's row of a peer is as it is. */
    record OfRow(NodeId at, NodeId peer) implements Question {
        public OfRow {
            Objects.requireNonNull(at);
            Objects.requireNonNull(peer);
        }
    }

    /**
     * Why a message carries what it carries, and what became of it.
     *
     * @param message its number
     */
    record OfMessage(long message) implements Question {}

    /** Why a link passes messages or loses them. */
    record OfLink(Link link) implements Question {
        public OfLink {
            Objects.requireNonNull(link);
        }
    }
}
