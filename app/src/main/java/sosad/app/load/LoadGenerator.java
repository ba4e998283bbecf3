package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * Clients that put load on servers of the Redis protocol, all of them on one thread, and what comes of it. They connect
 * to wherever their servers are, again and again; the thread ends with {@link #stop} or {@link #close}.
 */
public final class LoadGenerator implements AutoCloseable {
    /** How long clients wait for a reply. */
    public static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final LoadProfile profile;
    private final List<NodeId> servers;
    private final Map<NodeId, Address> addresses = new ConcurrentHashMap<>();
    private final List<ProfileScript> scripts = new ArrayList<>();
    private final LoadMeter meter;
    private final LoadLoop loop;

    /**
     * Clients that begin at once.
     *
     * @param servers whom they ask, client by client in turn
     * @param address where a server is now; empty: it is down
     * @param password with which they log in, if with any
     * @param log where the operations are recorded
     * @param recordEvery 1 records every operation, n one of n and all that went wrong, 0 none
     */
    public LoadGenerator(
            LoadProfile profile,
            List<NodeId> servers,
            Function<NodeId, Optional<Address>> address,
            Optional<String> password,
            OperationLog log,
            int recordEvery) {
        this(profile, servers, address, password, log, recordEvery, new IssuedVersions(profile.keys()));
    }

    /**
     * Clients that begin at once, after others that have written under the same keys.
     *
     * @param versions what was written so far
     */
    public LoadGenerator(
            LoadProfile profile,
            List<NodeId> servers,
            Function<NodeId, Optional<Address>> address,
            Optional<String> password,
            OperationLog log,
            int recordEvery,
            IssuedVersions versions) {
        refuseIf(
                servers.isEmpty() || versions.keys() != profile.keys(),
                "%,d servers for %,d keys, of which %,d were written",
                servers.size(),
                profile.keys(),
                versions.keys());
        this.profile = profile;
        this.servers = List.copyOf(servers);
        follow(address);
        long begin = System.nanoTime();
        meter = new LoadMeter(begin);
        OperationRecorder recorder = new OperationRecorder(log, recordEvery, profile.keys());
        List<LoadConnection> connections = new ArrayList<>();
        for (int client = 0; client < profile.clients(); client++) {
            NodeId server = servers.get(client % servers.size());
            ProfileScript script =
                    new ProfileScript(profile, client, log.internServer(server), versions, recorder, meter, begin);
            scripts.add(script);
            connections.add(new LoadConnection(
                    script, List.of(server), addresses, password, profile.pipeline(), profile.valueBytes(), TIMEOUT));
        }
        loop = new LoadLoop("clients under load", connections);
        loop.start();
    }

    /** Tells the clients where the servers are from now on; nobody looks for those that are down. */
    public void follow(Function<NodeId, Optional<Address>> address) {
        for (NodeId server : servers) {
            address.apply(server)
                    .ifPresentOrElse(where -> addresses.put(server, where), () -> addresses.remove(server));
        }
    }

    /** Returns the replies so far. */
    public LoadCounts counts() {
        return meter.counts();
    }

    /** Returns whether the clients have made all their requests and know how each ended. */
    public boolean isDone() {
        LoadCounts counts = counts();
        return counts.sent() >= profile.requests().orElse(Long.MAX_VALUE) && counts.completed() == counts.sent();
    }

    /** Ends the clients when their last replies are there, or not in time; returns what came out. */
    public LoadReport stop() {
        long end = isDone() ? meter.lastNanos() : System.nanoTime();
        long due = 0;
        loop.stop();
        for (ProfileScript script : scripts) {
            due += script.dueUntil(end);
        }
        return meter.report(end, due, loop.cpuNanos());
    }

    /** Ends the clients at once. */
    @Override
    public void close() {
        loop.cutOff();
    }
}
