package sosad.app.load;

import sosad.model.NodeId;

/** Is told of the requests of clients while they happen, in the order of time. */
public interface OperationListener {
    /**
     * A write is sent.
     *
     * @param nanos when, since the beginning of the log
     */
    void sends(int client, NodeId server, String key, long version, long nanos);

    /** A request is over; returns by how many versions a read is stale, or {@link Operation#NOT_JUDGED}. */
    int completed(Operation operation);
}
