package sosad.app.load;

import java.util.Arrays;

/** Writes operations of clients into a log, all of them or a sample and what went wrong. */
final class OperationRecorder {
    private static final int UNKNOWN = -1;

    private final OperationLog log;
    private final int every;
    private final int[] keys;
    private long seen;

    /**
     * @param every 1 keeps every operation, n one of n and all that went wrong, 0 none
     * @param keys how many keys there are
     */
    OperationRecorder(OperationLog log, int every, int keys) {
        this.log = log;
        this.every = every;
        this.keys = new int[every == 0 ? 0 : keys];
        Arrays.fill(this.keys, UNKNOWN);
    }

    /** @param server as the log numbers it */
    void record(int client, int server, LoadRequest request, LoadReply reply) {
        boolean isSampled = every > 0 && seen++ % every == 0;
        if (every == 0 || (!isSampled && reply.problem.isEmpty())) {
            return;
        }
        int key = (int) request.keyNumber;
        if (keys[key] == UNKNOWN) {
            keys[key] = log.internKey(request.key());
        }
        log.add(
                client,
                server,
                request.kind,
                keys[key],
                request.kind == OperationKind.READ ? reply.version : request.version,
                request.invokedNanos - log.originNanos(),
                reply.completedNanos - log.originNanos(),
                reply.outcome);
    }
}
