package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import sosad.model.NodeId;

/**
 * One request of a client and its reply.
 *
 * @param client the number of the client; one that pipelines has several requests under way, in the order of sending
 * @param server the node or gateway that was asked
 * @param version the number in the value that was written or read; {@value #NOTHING}: there was no value, or no reply
 *     to a read; {@value #FOREIGN}: there was a value that no client wrote
 * @param invokedNanos when it was sent, since the beginning of the log
 * @param completedNanos when its reply was there, or when the client gave up waiting
 * @param staleBy for reads: 0 for fresh, k for k versions behind; {@value #NOT_JUDGED}: nobody has judged it
 */
public record Operation(
        int client,
        NodeId server,
        OperationKind kind,
        String key,
        long version,
        long invokedNanos,
        long completedNanos,
        OperationOutcome outcome,
        int staleBy) {
    /** The version of a read that got no value. */
    public static final long NOTHING = 0;

    /** The version of a read that got a value which no client wrote. */
    public static final long FOREIGN = -1;

    /** The staleness of a read that is not judged, and of what is no read. */
    public static final int NOT_JUDGED = -1;

    /** @throws IllegalArgumentException naming what is out of range */
    public Operation {
        Objects.requireNonNull(server);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(key);
        Objects.requireNonNull(outcome);
        refuseIf(client < 0, "client %,d; clients are counted from 0", client);
        refuseIf(version < FOREIGN, "version %,d; the least is %,d", version, FOREIGN);
        refuseIf(invokedNanos < 0, "sent %,d ns after the beginning", invokedNanos);
        refuseIf(
                completedNanos < invokedNanos,
                "sent at %,d ns and over at %,d ns, before that",
                invokedNanos,
                completedNanos);
        refuseIf(staleBy < NOT_JUDGED, "stale by %,d versions; the least is %,d", staleBy, NOT_JUDGED);
    }

    /** Returns a request that nobody has judged. */
    public Operation(
            int client,
            NodeId server,
            OperationKind kind,
            String key,
            long version,
            long invokedNanos,
            long completedNanos,
            OperationOutcome outcome) {
        this(client, server, kind, key, version, invokedNanos, completedNanos, outcome, NOT_JUDGED);
    }

    /** Returns the same with its judgement. */
    public Operation judged(int newStaleBy) {
        return new Operation(client, server, kind, key, version, invokedNanos, completedNanos, outcome, newStaleBy);
    }

    /** Returns how long the client waited. */
    public long latencyNanos() {
        return completedNanos - invokedNanos;
    }
}
