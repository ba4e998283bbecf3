package sosad.app.load;

import sosad.app.client.RespReply;
import sosad.model.NodeId;

/**
 * Takes note of the requests of one client in a log. A gateway's error that leaves open whether a write was done counts
 * as no answer.
 */
interface LoadRecorder {
    /** Takes note of nothing. */
    LoadRecorder NONE = (server, kind, key, version, sentNanos, outcome) -> {};

    /** A request is over; all times by {@link System#nanoTime}. */
    void add(NodeId server, OperationKind kind, String key, long version, long sentNanos, OperationOutcome outcome);

    /** Notes them in a log that has begun then, as those of the client of this number. */
    static LoadRecorder into(OperationLog log, int client, long beganNanos) {
        return (server, kind, key, version, sentNanos, outcome) -> log.add(new Operation(
                client, server, kind, key, version, sentNanos - beganNanos, System.nanoTime() - beganNanos, outcome));
    }

    /** A write was answered. */
    default void wrote(NodeId server, String key, long number, long sentNanos, RespReply reply) {
        add(server, OperationKind.WRITE, key, number, sentNanos, outcome(reply));
    }

    /** A read was answered. */
    default void read(NodeId server, String key, long sentNanos, RespReply reply) {
        long number = reply.value()
                .map(value -> Stamp.number(key, value.text()).orElse(Operation.FOREIGN))
                .orElse(Operation.NOTHING);
        add(server, OperationKind.READ, key, number, sentNanos, outcome(reply));
    }

    /** A request was sent and not answered. */
    default void unanswered(NodeId server, OperationKind kind, String key, long number, long sentNanos) {
        add(server, kind, key, number, sentNanos, OperationOutcome.UNANSWERED);
    }

    private static OperationOutcome outcome(RespReply reply) {
        if (!reply.isError()) {
            return OperationOutcome.OK;
        }
        return reply.text().startsWith("UNCERTAIN") || reply.text().startsWith("PARTIAL")
                ? OperationOutcome.UNANSWERED
                : OperationOutcome.REFUSED;
    }
}
