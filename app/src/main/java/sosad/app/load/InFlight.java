package sosad.app.load;

import java.util.stream.Stream;

/** The requests of a connection that wait for their replies, in the order in which they were sent. */
final class InFlight {
    private final LoadRequest[] ring;
    private int oldest;
    private int count;

    /** @param depth how many may wait */
    InFlight(int depth) {
        ring = Stream.generate(LoadRequest::new).limit(depth).toArray(LoadRequest[]::new);
    }

    boolean isEmpty() {
        return count == 0;
    }

    boolean isFull() {
        return count == ring.length;
    }

    /** Returns the request to be filled and sent next; there must be room. */
    LoadRequest next() {
        LoadRequest next = ring[(oldest + count) % ring.length];
        count++;
        return next;
    }

    /** Returns the request that the next reply belongs to; there must be one. */
    LoadRequest oldest() {
        return ring[oldest];
    }

    void removeOldest() {
        oldest = (oldest + 1) % ring.length;
        count--;
    }
}
