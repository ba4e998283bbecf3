package sosad.node.host;

/**
 * The traffic of the port for clients since it began.
 *
 * @param connected how many clients are connected now
 * @param admitted how many ever were
 * @param turnedAway how many were refused because too many were connected
 * @param commands carried out
 * @param hits lookups that found a value
 * @param misses lookups that did not
 * @param bytesIn read from clients
 * @param bytesOut written to them
 */
public record ClientCounts(
        int connected,
        long admitted,
        long turnedAway,
        long commands,
        long hits,
        long misses,
        long bytesIn,
        long bytesOut) {}
