package sosad.app.check;

import java.util.List;
import java.util.Optional;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * The system that is checked: a cluster started for it, the cluster on stage, or foreign servers of the Redis protocol.
 * To be used on one thread, except {@link #address} and {@link #password}, which any thread may ask.
 */
public interface SystemUnderTest extends AutoCloseable {
    /** Returns what it is, in a few words: {@code 3 nodes, per-key, on disk} or {@code 127.0.0.1:6379}. */
    String words();

    /** Returns the servers that hold data, in alphabetical order. */
    List<NodeId> servers();

    /** Returns the gateways before them, in alphabetical order; perhaps none. */
    List<NodeId> gateways();

    /** Returns where clients of a server or gateway connect now; empty while it is down. */
    Optional<Address> address(NodeId process);

    /** Returns the password that clients send first, if they need one. */
    Optional<String> password();

    /** Returns what can be done to the system beyond requests; empty for foreign servers. */
    Optional<TestedCluster> cluster();

    /** Returns whether one server alone holds the data, so that nothing can be behind anything. */
    default boolean isSingleServer() {
        return servers().size() == 1;
    }

    /**
     * Lets time pass, and takes note of what happens to the system meanwhile. The thread of a check calls it often: up
     * to then, nothing is known of what processes did.
     *
     * @param mostMillis returns after this time, or earlier if something has happened
     * @throws sosad.app.process.NodeException if a process has ended that was not meant to
     */
    void turn(long mostMillis) throws InterruptedException;

    /** Lets go of it; ends what was started for it. */
    @Override
    void close();
}
