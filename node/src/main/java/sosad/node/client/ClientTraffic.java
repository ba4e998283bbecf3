package sosad.node.client;

/** What has gone through the port since it began. Counted on the event loop's thread, so plain fields will do. */
final class ClientTraffic {
    private long commands;
    private long hits;
    private long misses;
    private long bytesIn;
    private long bytesOut;

    void countCommand() {
        commands++;
    }

    /** A value was looked up under a key. */
    void countLookup(boolean hit) {
        if (hit) {
            hits++;
        } else {
            misses++;
        }
    }

    void countIn(int bytes) {
        bytesIn += bytes;
    }

    void countOut(int bytes) {
        bytesOut += bytes;
    }

    long commands() {
        return commands;
    }

    long hits() {
        return hits;
    }

    long misses() {
        return misses;
    }

    long bytesIn() {
        return bytesIn;
    }

    long bytesOut() {
        return bytesOut;
    }
}
