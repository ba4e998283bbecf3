package sosad.app.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * Clients that go from server to server, all of them on one thread, so that whoever listens is told of their requests
 * in the order of time. They begin at once; the thread ends with {@link #stop} or {@link #close}.
 */
public final class SessionLoad implements AutoCloseable {
    private final LoadLoop loop;

    /**
     * Clients that begin at once.
     *
     * @param address where a server is; one that is down is not asked
     * @param password with which they log in, if with any
     * @param log where the operations are recorded, with what the listener says of them
     */
    public SessionLoad(
            SessionProfile profile,
            Function<NodeId, Optional<Address>> address,
            Optional<String> password,
            OperationLog log,
            OperationListener listener) {
        Map<NodeId, Address> addresses = new ConcurrentHashMap<>();
        List<LoadConnection> connections = new ArrayList<>();
        for (int number = 0; number < profile.clients(); number++) {
            for (SessionClient.AtServer script : new SessionClient(profile, number, log, listener).scripts()) {
                NodeId server = script.server();
                address.apply(server).ifPresent(where -> addresses.put(server, where));
                connections.add(
                        new LoadConnection(script, List.of(server), addresses, password, 1, 0, LoadGenerator.TIMEOUT));
            }
        }
        loop = new LoadLoop("clients that go from server to server", connections);
        loop.start();
    }

    /** Lets the clients end when their last replies are there, or not in time. */
    public void stop() {
        loop.stop();
    }

    /** Ends the clients at once. */
    @Override
    public void close() {
        loop.cutOff();
    }
}
