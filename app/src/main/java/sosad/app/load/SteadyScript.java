package sosad.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import sosad.model.NodeId;

/**
 * A client that writes at a steady rate and reads what it has written; it stays with one process as long as that
 * answers.
 */
final class SteadyScript implements ClientScript {
    private static final int MAX_WRONG_READS = 10;

    private final NodeId process;
    private final List<NodeId> targets;
    private final Ledger ledger;
    private final SteadyRecorder recorder;
    private final Optional<RecentWrites> judge;
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong failedReads = new AtomicLong();
    private final List<String> wrongReads = new ArrayList<>();
    private volatile Pace pace;
    private Pace sentAt;
    private long dueNanos;
    private long number;
    private double readsDue;
    private long writesBeforeRead;

    /**
     * The requests that it sends.
     *
     * @param everyNanos how often; {@link ClientScript#NEVER_NANOS}: none
     * @param readShare which share of them reads
     * @param keys under which keys
     */
    record Pace(long everyNanos, double readShare, KeyChoice keys) {}

    /**
     * @param process its name: that of its only process, or another
     * @param targets the processes that it may ask
     * @param recorder takes note of every request
     * @param judge judges reads, also of what others have written; shared with these
     */
    SteadyScript(
            NodeId process,
            List<NodeId> targets,
            Ledger ledger,
            Pace pace,
            SteadyRecorder recorder,
            Optional<RecentWrites> judge) {
        this.process = process;
        this.targets = targets;
        this.recorder = recorder;
        this.judge = judge;
        this.ledger = ledger;
        this.pace = pace;
        this.sentAt = pace;
    }

    /** Sets its requests from the next one on. */
    void setPace(Pace newPace) {
        pace = newPace;
    }

    NodeId process() {
        return process;
    }

    List<NodeId> targets() {
        return targets;
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

    @Override
    public long dueNanos(long now) {
        Pace wanted = pace;
        if (wanted.everyNanos() == NEVER_NANOS) {
            return NEVER_NANOS;
        }
        return wanted.equals(sentAt)
                ? Math.max(dueNanos, now - wanted.everyNanos())
                : now; // a stall is not made up for
    }

    @Override
    public void next(LoadRequest request) {
        Pace now = pace;
        sentAt = now;
        readsDue += now.readShare();
        if (readsDue >= 1) {
            readsDue -= 1;
            request.kind = OperationKind.READ;
            now.keys().written(number).into(request);
            writesBeforeRead = judge.map(writes -> writes.count(request.key())).orElse(0L);
        } else {
            number++;
            request.kind = OperationKind.WRITE;
            request.version = number;
            now.keys().ofWrite(number).into(request);
            ledger.sent(request.key(), number, System.nanoTime());
        }
    }

    @Override
    public void sent(LoadRequest request) {
        dueNanos = request.intendedNanos + sentAt.everyNanos();
    }

    @Override
    public void completed(LoadRequest request, LoadReply reply) {
        recorder.record(request, reply, staleness(request, reply));
        if (request.kind == OperationKind.READ) {
            read(request, reply);
        } else {
            written(request, reply);
        }
    }

    private int staleness(LoadRequest request, LoadReply reply) {
        boolean isJudged = request.kind == OperationKind.READ
                && reply.outcome == OperationOutcome.OK
                && reply.version != Operation.FOREIGN;
        return judge.filter(any -> isJudged)
                .map(writes -> writes.missed(request.key(), writesBeforeRead, reply.version))
                .orElse(Operation.NOT_JUDGED);
    }

    private void written(LoadRequest request, LoadReply reply) {
        switch (reply.outcome) {
            case OK -> {
                acknowledged.incrementAndGet();
                if (!reply.lostAtOnce) {
                    ledger.acknowledged(request.key(), request.version); // one that lost at once is owed nothing
                    judge.ifPresent(writes -> writes.acknowledged(request.key(), request.version));
                }
            }
            case REFUSED -> refused.incrementAndGet();
            case UNANSWERED -> {
                unanswered.incrementAndGet();
                ledger.unanswered(request.key(), request.version);
            }
        }
    }

    private void read(LoadRequest request, LoadReply reply) {
        if (reply.outcome != OperationOutcome.OK) {
            failedReads.incrementAndGet();
            return;
        }
        reads.incrementAndGet();
        if (reply.version != Operation.NOTHING && isOwn(request.key())) {
            ledger.wrong(request.key(), reply.version, reply.value()).ifPresent(this::note);
        }
    }

    private boolean isOwn(String key) {
        return judge.isEmpty() || KeyChoice.owner(key).equals(process.name());
    }

    private void note(String wrong) {
        synchronized (wrongReads) {
            if (wrongReads.size() < MAX_WRONG_READS) {
                wrongReads.add(wrong);
            }
        }
    }
}
