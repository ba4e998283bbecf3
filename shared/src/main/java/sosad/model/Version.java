package sosad.model;

import java.util.Objects;

/**
 * The identity of the write an entry comes from. Versions of one key compare field by field in the order given here;
 * the greater is the newer and wins everywhere (last writer wins; section "Versions" of {@code docs/protocol.md}).
 *
 * @param timestamp the writing node's clock at the write, or the timestamp a message stamped the entry with
 * @param origin the node whose client wrote the entry
 * @param storeId that node's store at the write
 * @param sequence that store's count of writes, from 1
 */
public record Version(long timestamp, NodeId origin, long storeId, long sequence) implements Comparable<Version> {
    /**
     * The latest timestamp that a clock gives, and the negative of the earliest: some sixty thousand years in
     * milliseconds.
     */
    public static final long LATEST = 2_000_000_000_000_000L;

    public Version {
        Objects.requireNonNull(origin);
    }

    /** The same write with another timestamp (optimization 1 of the source document). */
    public Version stamped(long newTimestamp) {
        return new Version(newTimestamp, origin, storeId, sequence);
    }

    @Override
    public int compareTo(Version other) {
        int order = Long.compare(timestamp, other.timestamp);
        if (order == 0) {
            order = origin.compareTo(other.origin);
        }
        if (order == 0) {
            order = Long.compare(storeId, other.storeId);
        }
        return order == 0 ? Long.compare(sequence, other.sequence) : order;
    }
}
