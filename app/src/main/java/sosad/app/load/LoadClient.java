package sosad.app.load;

import static sosad.app.client.RespClient.loopback;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.model.NodeId;

/**
 * A client that writes at a steady rate and reads what it has written; it stays with one process as long as that
 * answers.
 */
final class LoadClient implements Runnable {
    private static final String KEPT = "OK";
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int MAX_WRONG_READS = 10;

    private final NodeId process;
    private final List<NodeId> targets;
    private final Map<NodeId, Integer> ports;
    private final Ledger ledger;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong failedReads = new AtomicLong();
    private final List<String> wrongReads = new ArrayList<>();
    private final LoadRecorder recorder;
    private volatile Pace pace;
    private volatile boolean stopped;
    private volatile boolean isCutOff;
    private volatile Optional<RespClient> connected = Optional.empty();
    private NodeId asked;
    private long number;
    private double readsDue;

    /**
     * The requests that it sends.
     *
     * @param everyNanos how often
     * @param readShare which share of them reads
     * @param keys under which keys
     */
    record Pace(long everyNanos, double readShare, KeyChoice keys) {}

    /** A client of one process, of whose requests there is no log. */
    LoadClient(NodeId process, Map<NodeId, Integer> ports, Ledger ledger, Pace pace) {
        this(process, List.of(process), ports, ledger, pace, LoadRecorder.NONE);
    }

    /**
     * @param process its name: that of its only process, or another
     * @param targets the processes that it may ask
     * @param recorder takes note of every request
     */
    LoadClient(
            NodeId process,
            List<NodeId> targets,
            Map<NodeId, Integer> ports,
            Ledger ledger,
            Pace pace,
            LoadRecorder recorder) {
        this.process = process;
        this.targets = targets;
        this.recorder = recorder;
        this.ledger = ledger;
        this.ports = ports;
        this.pace = pace;
    }

    /** Sets its requests from the next one on. */
    void setPace(Pace newPace) {
        pace = newPace;
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

    long failedReads() {
        return failedReads.get();
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

    /** Lets it end at once, whatever it waits for; what it has asked last is not counted. */
    void stopNow() {
        isCutOff = true;
        stopped = true;
        connected.ifPresent(LoadClient::cutOff);
    }

    private static void cutOff(RespClient connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // then it is gone, too
        }
    }

    @Override
    public void run() {
        for (int next = 0; !stopped; next = (next + 1) % targets.size()) {
            askAt(targets.get(next));
            if (next == targets.size() - 1 && !stopped) {
                LockSupport.parkNanos(RETRY_NANOS); // each was tried
            }
        }
    }

    /** Writes and reads at a process, if it is there, until it is stopped or the connection fails. */
    private void askAt(NodeId target) {
        Integer port = ports.get(target);
        if (port == null) {
            return;
        }
        try (RespClient connection = new RespClient(loopback(port), TIMEOUT)) {
            connected = Optional.of(connection);
            asked = target;
            ask(connection);
        } catch (IOException e) {
            // it was killed, is paused, or has gone from this port
        }
    }

    private void ask(RespClient connection) throws IOException {
        long due = System.nanoTime();
        while (!stopped) {
            Pace now = pace;
            readsDue += now.readShare();
            if (readsDue >= 1) {
                readsDue -= 1;
                read(connection, now.keys().written(number));
            } else {
                number++;
                write(connection, now.keys().ofWrite(number), number);
            }
            long every = now.everyNanos();
            due = Math.max(due + every, System.nanoTime() - every); // what a stall has delayed is left out
            for (long left = due - System.nanoTime();
                    left > 0 && !stopped && pace.equals(now);
                    left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
    }

    private void write(RespClient connection, String key, long next) throws IOException {
        long sentNanos = System.nanoTime();
        ledger.sent(key, next, sentNanos);
        boolean answered = false;
        try {
            RespReply reply = connection.set(key, Stamp.of(key, next));
            answered = true;
            recorder.wrote(asked, key, next, sentNanos, reply);
            if (reply.isError()) {
                refused.incrementAndGet();
            } else {
                acknowledged.incrementAndGet();
                if (reply.text().equals(KEPT)) {
                    ledger.acknowledged(key, next); // one that lost at once is owed nothing
                }
            }
        } finally {
            if (!answered && !isCutOff) {
                unanswered.incrementAndGet();
                recorder.unanswered(asked, OperationKind.WRITE, key, next, sentNanos);
                ledger.unanswered(key, next);
            }
        }
    }

    private void read(RespClient connection, String key) throws IOException {
        long sentNanos = System.nanoTime();
        RespReply reply;
        try {
            reply = connection.get(key);
        } catch (IOException e) {
            if (!isCutOff) {
                failedReads.incrementAndGet();
                recorder.unanswered(asked, OperationKind.READ, key, Operation.NOTHING, sentNanos);
            }
            throw e;
        }
        recorder.read(asked, key, sentNanos, reply);
        if (reply.isError()) {
            failedReads.incrementAndGet();
        } else {
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
