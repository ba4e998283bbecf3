package sosad.app.load;

/** Takes note of the requests of one client in a log. */
class SteadyRecorder {
    /** Takes note of nothing. */
    static final SteadyRecorder NONE = new SteadyRecorder(new OperationLog(), 0) {
        @Override
        void record(LoadRequest request, LoadReply reply) {}
    };

    private final OperationLog log;
    private final int client;

    /** @param client its number */
    SteadyRecorder(OperationLog log, int client) {
        this.log = log;
        this.client = client;
    }

    void record(LoadRequest request, LoadReply reply) {
        log.add(new Operation(
                client,
                request.server,
                request.kind,
                request.key(),
                request.kind == OperationKind.READ ? reply.version : request.version,
                request.invokedNanos - log.originNanos(),
                reply.completedNanos - log.originNanos(),
                reply.outcome));
    }
}
