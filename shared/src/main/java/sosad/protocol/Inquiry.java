package sosad.protocol;

import java.util.Objects;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * A message between nodes about a read that goes beyond one node. These are no update messages: they move no row and
 * carry no receipts, and a node known to hold something by them alone is not taken to hold it.
 */
public sealed interface Inquiry extends Content {
    Key key();

    /** The entry that it carries, if it does. */
    Optional<Entry> carried();

    /**
     * The question for an entry.
     *
     * @param read the read it belongs to, a number of the asking node
     */
    record Ask(NodeId from, NodeId to, long read, Key key) implements Inquiry {
        public Ask {
            Objects.requireNonNull(key);
        }

        @Override
        public Optional<Entry> carried() {
            return Optional.empty();
        }
    }

    /**
     * The entry that the answering node holds under the key.
     *
     * @param read the read that asked
     * @param entry the entry held, which may be a tombstone; empty if there is none
     */
    record Answer(NodeId from, NodeId to, long read, Key key, Optional<Entry> entry) implements Inquiry {
        /** @throws IllegalArgumentException if the entry is one of another key */
        public Answer {
            if (entry.isPresent() && !entry.get().key().equals(key)) {
                throw new IllegalArgumentException("an answer about %s with %s".formatted(key, entry.get()));
            }
        }

        @Override
        public Optional<Entry> carried() {
            return entry;
        }
    }

    /** The newest entry that a read has found, to a node that holds an older one or none. */
    record Repair(NodeId from, NodeId to, Entry entry) implements Inquiry {
        @Override
        public Key key() {
            return entry.key();
        }

        @Override
        public Optional<Entry> carried() {
            return Optional.of(entry);
        }
    }
}
