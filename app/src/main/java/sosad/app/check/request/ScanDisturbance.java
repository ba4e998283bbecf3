package sosad.app.check.request;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * A client that writes while keys are listed: it overwrites keys that are there all the time, adds others, and deletes
 * those again. It has a thread of its own until {@link #stop}.
 */
final class ScanDisturbance implements AutoCloseable {
    private static final int MAX_ADDED = 1_000_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int ALIVE = 100;

    private final RawConnection client;
    private final String prefix;
    private final int written;
    private final SplittableRandom chance;
    private final Thread thread;
    private volatile boolean stopped;
    private final AtomicLong done = new AtomicLong();
    private volatile int end;
    private volatile Optional<String> fault = Optional.empty();

    /** Begins. */
    ScanDisturbance(SystemUnderTest system, NodeId server, String prefix, int written, SplittableRandom chance)
            throws IOException {
        this.client = new RawConnection(system, server, TIMEOUT);
        this.prefix = prefix;
        this.written = written;
        this.chance = chance;
        this.end = written;
        this.thread = new Thread(this::write, "writes during SCAN");
        thread.setDaemon(true);
        thread.start();
    }

    private void write() {
        Deque<Integer> added = new ArrayDeque<>();
        int next = written;
        try {
            while (!stopped) {
                int kind = chance.nextInt(3);
                RawReply reply;
                if (kind == 0) {
                    reply = client.ask("SET", prefix + chance.nextInt(written), "w");
                } else if (kind == 1 && next < written + MAX_ADDED) {
                    added.add(next);
                    end = next + 1;
                    reply = client.ask("SET", prefix + next++, "new");
                } else {
                    reply = client.ask("DEL", prefix + (added.size() > ALIVE ? added.remove() : written));
                }
                done.incrementAndGet();
                if (reply.isError()) {
                    fault = Optional.of(reply.shown());
                }
            }
        } catch (IOException e) {
            fault = Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns how many requests were answered. */
    long done() {
        return done.get();
    }

    /** Returns the number after those of all keys that were ever there. */
    int end() {
        return end;
    }

    /** Returns what it was told that it should not have been, the last of it. */
    Optional<String> fault() {
        return fault;
    }

    /** Lets it end, and waits for that. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join(TimeUnit.SECONDS.toMillis(TIMEOUT.toSeconds()));
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        client.close();
    }
}
