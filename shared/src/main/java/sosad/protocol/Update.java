package sosad.protocol;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * An update message from one node to one peer: the three parts of the source document, and what identifies it.
 *
 * @param from the sender S
 * @param to the destination D
 * @param kind why it was sent
 * @param storeId S's store when the message was composed
 * @param now S's {@code D-now}: the newest timestamp S has received from D
 * @param prev S's {@code D-prev}
 * @param stamp the one timestamp of the message where changes carry none; its changes then all have it
 * @param changes entries, each key at most once
 * @param receipts what S received from D since S last sent to D
 * @param storeCheck what it says of the stores at both ends
 */
public record Update(
        NodeId from,
        NodeId to,
        Kind kind,
        long storeId,
        long now,
        long prev,
        OptionalLong stamp,
        List<Entry> changes,
        List<Receipt> receipts,
        StoreCheck storeCheck)
        implements Content {
    /** @throws IllegalArgumentException if a stamped message has a change with another timestamp */
    public Update {
        Objects.requireNonNull(from);
        Objects.requireNonNull(to);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(storeCheck);
        changes = List.copyOf(changes);
        receipts = List.copyOf(receipts);
        if (stamp.isPresent()) {
            long expected = stamp.getAsLong();
            for (Entry change : changes) {
                if (change.timestamp() != expected) {
                    throw new IllegalArgumentException(
                            format("%s is at %d in a message stamped %d", change.key(), change.timestamp(), expected));
                }
            }
        }
    }

    /** A message that tells nothing of the stores at both ends. */
    public Update(
            NodeId from,
            NodeId to,
            Kind kind,
            long storeId,
            long now,
            long prev,
            OptionalLong stamp,
            List<Entry> changes,
            List<Receipt> receipts) {
        this(from, to, kind, storeId, now, prev, stamp, changes, receipts, StoreCheck.NOTHING);
    }

    /** The same message without its changes of {@code keys}; header, stamp and receipts stay as composed. */
    public Update without(Set<Key> keys) {
        List<Entry> kept =
                changes.stream().filter(change -> !keys.contains(change.key())).toList();
        return new Update(from, to, kind, storeId, now, prev, stamp, kept, receipts, storeCheck);
    }

    /** The reason why a message was sent. */
    public enum Kind {
        /** The writes of the sender's own clients. Moves {@code now} alone. */
        PUSH,
        /** The entries that the content rule yields. Moves {@code now} and {@code prev}. */
        SYNC,
        /** A restarted node's word that it is back; carries nothing but its header. */
        HELLO
    }

    /**
     * The sender's word that it received this version of this key from the destination (content rule per-key).
     *
     * @param key the key received
     * @param version the version received, newer than what the sender held or not
     */
    public record Receipt(Key key, Version version) {
        public Receipt {
            Objects.requireNonNull(key);
            Objects.requireNonNull(version);
        }
    }
}
