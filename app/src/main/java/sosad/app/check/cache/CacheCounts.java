package sosad.app.check.cache;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Collectors;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;

/**
 * A gateway's own account of its cache.
 *
 * @param hits how many reads the cache has answered
 * @param misses how many it has not
 * @param greatestAgeMillis the age of the oldest value that it has given
 */
record CacheCounts(long hits, long misses, long greatestAgeMillis) {
    /** Asks a gateway. */
    static CacheCounts of(RespClient gateway) throws IOException {
        String info = gateway.request(RespRequest.of("INFO", "cache")).orFail();
        Map<String, String> fields = info.lines()
                .filter(line -> line.contains(":"))
                .map(line -> line.split(":", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1], (one, other) -> one));
        return new CacheCounts(
                number(fields, "cache_hits"), number(fields, "cache_misses"), number(fields, "cache_staleness_max_ms"));
    }

    private static long number(Map<String, String> fields, String name) throws IOException {
        try {
            return Math.round(Double.parseDouble(fields.getOrDefault(name, "")));
        } catch (NumberFormatException e) {
            throw new IOException("the gateway's INFO has no number %s".formatted(name), e);
        }
    }

    /** Returns what has come to it since. */
    CacheCounts minus(CacheCounts before) {
        return new CacheCounts(hits - before.hits, misses - before.misses, greatestAgeMillis);
    }

    /** Returns the share of hits; 0 if there was no read. */
    double ratio() {
        return hits + misses == 0 ? 0 : (double) hits / (hits + misses);
    }
}
