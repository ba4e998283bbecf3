package sosad.node.client;

/** The traffic of the port since it began. Counted on the event loop's thread, so plain fields will do. */
final class ClientTraffic {
    long commands;
    long hits;
    long misses;
    long bytesIn;
    long bytesOut;

    /** A value was looked up under a key. */
    void countLookup(boolean hit) {
        if (hit) {
            hits++;
        } else {
            misses++;
        }
    }
}
