package sosad.app.check.cache;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import sosad.app.check.cache.CacheFindings.HitRatio;
import sosad.app.check.cache.CacheFindings.StaleRead;
import sosad.app.check.cache.CachedKeys.CacheRead;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.load.KeyDistribution;
import sosad.app.load.KeyDistribution.HotKey;
import sosad.app.load.KeyDistribution.KeyPicker;
import sosad.app.load.KeyDistribution.Uniform;
import sosad.app.load.KeyDistribution.Zipf;

/**
 * Reads and writes by which a cache shows what it does. One request after the other, so that it is known what each read
 * must give.
 *
 * @param keys the keys; more than are cached
 * @param cached how many keys the cache holds
 * @param ttlMillis how long it keeps a value
 */
record CacheProbe(CachedKeys keys, RespClient gateway, int cached, int ttlMillis, CacheFindings findings) {
    /** How much later than its time to live a value may be given: by then a read may have been under way. */
    private static final long GRACE_MILLIS = 100;

    private static final double HOT_SHARE = 0.9;
    private static final int WRITTEN_TOGETHER = 20;
    private static final long POLL_MILLIS = 20;

    /** Waits until the gateway knows that its server is up. */
    void awaitServer(Duration patience) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (RespReply reply = gateway.get(keys.noKey()); reply.isError(); reply = gateway.get(keys.noKey())) {
            if (System.nanoTime() > deadline) {
                throw new IOException("the gateway answers " + reply.text());
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
    }

    /** Writes every key once. */
    void fill() throws IOException {
        for (int key = 0; key < keys.size(); key++) {
            keys.writeDirectly(key);
        }
    }

    /** Reads for a while by each distribution, and compares the hits. */
    void hitRatios(SplittableRandom chance, long millisEach) throws IOException, InterruptedException {
        for (KeyDistribution distribution : List.of(new Uniform(), new Zipf(Zipf.YCSB_THETA), new HotKey(HOT_SHARE))) {
            KeyPicker picker = distribution.picker(keys.size(), 0, 1, chance);
            read(picker, millisEach / 4); // the cache gets to know it
            CacheCounts before = CacheCounts.of(gateway);
            long reads = read(picker, millisEach - millisEach / 4);
            CacheCounts counted = CacheCounts.of(gateway).minus(before);
            if (counted.hits() + counted.misses() != reads) {
                findings.wrong(format(
                        "the gateway counts %,d hits and %,d misses, for %,d reads",
                        counted.hits(), counted.misses(), reads));
            }
            findings.addHits(counted.hits());
            findings.add(new HitRatio(distribution.toString(), counted.ratio(), best(distribution)));
        }
    }

    private long read(KeyPicker picker, long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        long reads = 0;
        do {
            int key = picker.next();
            CacheRead read = keys.readThrough(key);
            reads++;
            if (read.isStale() || read.isWrong()) {
                findings.wrong(format("%s: a value that nobody wrote, or that was never its only one", keys.name(key)));
            }
            endIfInterrupted();
        } while (System.nanoTime() < end);
        return reads;
    }

    /** Returns the share of requests that ask for the most frequent keys that fit into the cache. */
    private double best(KeyDistribution distribution) {
        int all = keys.size();
        int held = Math.min(cached, all);
        if (distribution instanceof Zipf zipf) {
            return weight(held, zipf.theta()) / weight(all, zipf.theta());
        }
        if (distribution instanceof HotKey hot) {
            return hot.share() + (1 - hot.share()) * (held - 1) / (all - 1);
        }
        return (double) held / all;
    }

    private static double weight(int keys, double theta) {
        return IntStream.rangeClosed(1, keys)
                .mapToDouble(rank -> Math.pow(rank, -theta))
                .sum();
    }

    /** Writes through the gateway what it has cached, and reads it at once. */
    void ownWrites(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        int key = 0;
        do {
            keys.readThrough(key);
            keys.writeThrough(key);
            CacheRead read = keys.readThrough(key);
            findings.readAfterOwnWrite();
            if (read.isStale() || read.isWrong()) {
                findings.wrong(format(
                        "%s: written through the gateway and read through it afterwards, %s",
                        keys.name(key),
                        read.isStale() ? format("%d versions old", read.staleBy()) : "a value that nobody wrote"));
            }
            key = (key + 1) % Math.min(cached, keys.size());
            endIfInterrupted();
        } while (System.nanoTime() < end);
    }

    /** Writes at the server what the gateway has cached, and reads through it until nothing old can be left. */
    void directWrites(long millis) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        int first = 0;
        do {
            together(first);
            first = (first + WRITTEN_TOGETHER) % (keys.size() - WRITTEN_TOGETHER);
        } while (System.nanoTime() < end);
    }

    private void together(int first) throws IOException, InterruptedException {
        long[] acknowledged = new long[WRITTEN_TOGETHER];
        for (int i = 0; i < WRITTEN_TOGETHER; i++) {
            keys.readThrough(first + i);
        }
        for (int i = 0; i < WRITTEN_TOGETHER; i++) {
            acknowledged[i] = keys.writeDirectly(first + i);
        }
        long last = acknowledged[WRITTEN_TOGETHER - 1] + TimeUnit.MILLISECONDS.toNanos(ttlMillis + GRACE_MILLIS);
        boolean isOver;
        do {
            isOver = System.nanoTime() > last; // one more round after that
            for (int i = 0; i < WRITTEN_TOGETHER; i++) {
                afterDirectWrite(first + i, acknowledged[i]);
            }
            TimeUnit.MILLISECONDS.sleep(ttlMillis / WRITTEN_TOGETHER);
        } while (!isOver);
    }

    private void afterDirectWrite(int key, long acknowledged) throws IOException {
        if (keys.readDirectly(key).staleBy() != 0) {
            findings.wrong(format("%s: old at the server that took the write", keys.name(key)));
        }
        CacheRead read = keys.readThrough(key);
        double after = (read.sentNanos() - acknowledged) / 1e6;
        findings.add(new StaleRead(after, read.isStale()));
        if (read.isWrong()) {
            findings.wrong(format("%s: a value that nobody wrote", keys.name(key)));
        } else if (read.isStale() && after > ttlMillis + GRACE_MILLIS) {
            findings.wrong(format(
                    "%s: still old %.0f ms after the write; the cache keeps a value for %d ms",
                    keys.name(key), after, ttlMillis));
        }
    }

    private static void endIfInterrupted() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("while a cache was read");
        }
    }
}
