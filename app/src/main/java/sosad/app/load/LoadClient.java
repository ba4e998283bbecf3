package sosad.app.load;

import static sosad.app.client.RespClient.loopback;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.model.NodeId;

/**
 * A client of one process: most of its writes are of keys that are written once, some overwrite a few keys again and
 * again, and now and then it reads what it has written.
 */
final class LoadClient implements Runnable {
    private static final String KEPT = "OK";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int OVERWRITE_EVERY = 5;
    private static final int READ_EVERY = 4;
    private static final int OVERWRITTEN_KEYS = 8;
    private static final int MAX_WRONG_READS = 10;

    private final NodeId process;
    private final Map<NodeId, Integer> ports;
    private final boolean overwrites;
    private final long everyNanos;
    private final Ledger ledger;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final List<String> wrongReads = new ArrayList<>();
    private final RandomGenerator chance = new SplittableRandom();
    private volatile boolean stopped;
    private long number;

    LoadClient(NodeId process, Map<NodeId, Integer> ports, boolean overwrites, long everyNanos) {
        this.process = process;
        this.ledger = new Ledger(process);
        this.ports = ports;
        this.overwrites = overwrites;
        this.everyNanos = everyNanos;
    }

    NodeId process() {
        return process;
    }

    Ledger ledger() {
        return ledger;
    }

    long acknowledged() {
        return acknowledged.get();
    }

    long refused() {
        return refused.get();
    }

    long unanswered() {
        return unanswered.get();
    }

    long reads() {
        return reads.get();
    }

    List<String> wrongReads() {
        synchronized (wrongReads) {
            return List.copyOf(wrongReads);
        }
    }

    /** Lets it end after the request it has sent. */
    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            Integer port = ports.get(process);
            if (port == null) {
                LockSupport.parkNanos(RETRY_NANOS);
                continue;
            }
            try (RespClient connection = new RespClient(loopback(port), TIMEOUT)) {
                write(connection);
            } catch (IOException e) {
                LockSupport.parkNanos(RETRY_NANOS); // it was killed, is paused, or has gone from this port
            }
        }
    }

    /** Writes and reads until it is stopped or the connection fails. */
    private void write(RespClient connection) throws IOException {
        long due = System.nanoTime();
        while (!stopped) {
            write(connection, ++number);
            if (number % READ_EVERY == 0) {
                read(connection, key(1 + chance.nextLong(number)));
            }
            due = Math.max(due + everyNanos, System.nanoTime() - everyNanos); // what a stall has delayed is left out
            for (long left = due - System.nanoTime(); left > 0 && !stopped; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    /** The key of the write of this number; those that are written once have a number of their own. */
    private String key(long ofNumber) {
        return overwrites && ofNumber % OVERWRITE_EVERY == 0
                ? format("%s:o%d", process, ofNumber / OVERWRITE_EVERY % OVERWRITTEN_KEYS)
                : format("%s:%d", process, ofNumber);
    }

    private void write(RespClient connection, long next) throws IOException {
        String key = key(next);
        ledger.sent(key, next, System.nanoTime());
        boolean answered = false;
        try {
            RespReply reply = connection.set(key, Stamp.of(key, next));
            answered = true;
            if (reply.isError()) {
                refused.incrementAndGet();
            } else {
                acknowledged.incrementAndGet();
                if (reply.text().equals(KEPT)) {
                    ledger.acknowledged(key, next); // one that lost at once is owed nothing
                }
            }
        } finally {
            if (!answered) {
                unanswered.incrementAndGet();
                ledger.unanswered(key, next);
            }
        }
    }

    private void read(RespClient connection, String key) throws IOException {
        RespReply reply = connection.get(key);
        if (!reply.isError()) {
            reads.incrementAndGet();
            reply.value().flatMap(value -> ledger.wrong(key, value.text())).ifPresent(this::note);
        }
    }

    private void note(String wrong) {
        synchronized (wrongReads) {
            if (wrongReads.size() < MAX_WRONG_READS) {
                wrongReads.add(wrong);
            }
        }
    }
}
