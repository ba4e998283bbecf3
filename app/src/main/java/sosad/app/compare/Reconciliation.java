package sosad.app.compare;

import java.util.Collection;
import java.util.Map;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.wire.FrameKind;

/** A way in which two nodes make their stores equal, and its cost (section "Ghosts" of {@code docs/compare.md}). */
abstract class Reconciliation {
    private final FrameBytes frames;
    private final TrafficMeter traffic = new TrafficMeter();

    Reconciliation(FrameBytes frames) {
        this.frames = frames;
    }

    /** The name of its row. */
    abstract String name();

    /** Counts what it costs to make these stores equal. */
    abstract void reconcile(Map<Key, Entry> first, Map<Key, Entry> second, StoreDifference difference);

    /** Returns the bytes that a node needs for it when they are most. */
    abstract long memoryBytes();

    /** Counts a push, as every rule has it. */
    final void push(Collection<Entry> entries) {
        traffic.sent(FrameKind.PUSH, frames.of(entries), entries.size());
    }

    /**
     * Counts a message of the reconciliation.
     *
     * @param entries the entries in it
     * @param otherBytes the bytes of hashes, symbols or digests in it
     */
    final void send(Collection<Entry> entries, long otherBytes) {
        traffic.sent(FrameKind.SYNC, frames.of(entries) + otherBytes, entries.size());
    }

    TrafficMeter traffic() {
        return traffic;
    }
}
