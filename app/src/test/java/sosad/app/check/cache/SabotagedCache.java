package sosad.app.check.cache;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;
import sosad.model.PlainFormat;

/** Server B as a gateway with a cache, of which something may be wrong. */
final class SabotagedCache implements Sabotage {
    private static final String GATEWAY = "B";

    private final Flaw flaw;
    private final Map<String, Cached> cache = new HashMap<>();
    private long hits;
    private long misses;

    /** What is wrong with it. */
    enum Flaw {
        NONE,
        /** A write through it does not drop what it has cached. */
        KEEPS_WHAT_WAS_WRITTEN,
        /** It gives values whose time is over. */
        KEEPS_TOO_LONG,
        /** It counts a hit for each miss. */
        MISCOUNTS,
        /** It caches nothing. */
        CACHES_NOTHING,
        /** It passes no write on. */
        LOSES_WRITES
    }

    private record Cached(String reply, long untilNanos) {}

    SabotagedCache(Flaw flaw) {
        this.flaw = flaw;
    }

    @Override
    public synchronized Optional<String> reply(SabotagedServer server, List<String> words, Supplier<String> honest) {
        if (!server.id().name().equals(GATEWAY)) {
            return Optional.of(honest.get());
        }
        return Optional.of(
                switch (words.get(0)) {
                    case "INFO" -> info();
                    case "SET" -> set(words.get(1), honest);
                    case "GET" -> get(words.get(1), honest);
                    default -> honest.get();
                });
    }

    private String info() {
        String text = PlainFormat.format(
                "# Cache\r\ncache_hits:%d\r\ncache_misses:%d\r\ncache_staleness_max_ms:9\r\n", hits, misses);
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }

    private String set(String key, Supplier<String> honest) {
        if (flaw == Flaw.LOSES_WRITES) {
            cache.remove(key);
            return "+OK\r\n";
        }
        if (flaw != Flaw.KEEPS_WHAT_WAS_WRITTEN) {
            cache.remove(key);
        }
        return honest.get();
    }

    private String get(String key, Supplier<String> honest) {
        Cached cached = cache.get(key);
        if (cached != null && cached.untilNanos() > System.nanoTime()) {
            hits++;
            return cached.reply();
        }
        misses++;
        hits += flaw == Flaw.MISCOUNTS ? 1 : 0;
        String reply = honest.get();
        if (flaw != Flaw.CACHES_NOTHING) {
            long millis = flaw == Flaw.KEEPS_TOO_LONG ? 700 : 400;
            cache.put(key, new Cached(reply, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis)));
        }
        return reply;
    }
}
