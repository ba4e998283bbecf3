package sosad.app.load;

import java.util.function.Consumer;

/** Takes note of the requests of one client. */
final class SteadyRecorder {
    /** Takes note of nothing. */
    static final SteadyRecorder NONE = new SteadyRecorder(0, 0, operation -> {});

    private final long originNanos;
    private final int client;
    private final Consumer<Operation> log;

    /** @param client its number */
    SteadyRecorder(OperationLog log, int client) {
        this(log.originNanos(), client, log::add);
    }

    /**
     * @param originNanos when the log began, by {@link System#nanoTime}
     * @param client its number
     */
    SteadyRecorder(long originNanos, int client, Consumer<Operation> log) {
        this.originNanos = originNanos;
        this.client = client;
        this.log = log;
    }

    /** @param staleBy as for {@link Operation#staleBy} */
    void record(LoadRequest request, LoadReply reply, int staleBy) {
        log.accept(new Operation(
                client,
                request.server,
                request.kind,
                request.key(),
                request.kind == OperationKind.READ ? reply.version : request.version,
                request.invokedNanos - originNanos,
                reply.completedNanos - originNanos,
                reply.outcome,
                staleBy));
    }
}
