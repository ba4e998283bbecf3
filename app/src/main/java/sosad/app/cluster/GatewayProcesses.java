package sosad.app.cluster;

import static sosad.app.client.RespClient.loopback;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.client.RespRequest;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.message.Address;
import sosad.message.GatewayLaunch;
import sosad.message.Report.BackendState;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/** The gateways of a cluster, each a process of its own, which know where the nodes are. */
final class GatewayProcesses extends MemberProcesses<RunningGateway> {
    private final ControlServer control;
    private final Timeouts timeouts;

    /** The state that the gateways must have noticed: running nodes are up, all others are down. */
    private final Map<NodeId, BackendState> nodes = new TreeMap<>();

    private final Map<NodeId, Address> addresses = new HashMap<>();
    private boolean waits = true;

    GatewayProcesses(
            List<NodeId> names,
            ControlServer control,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener,
            Timeouts timeouts) {
        super("gateway", names, control, pool, ports, listener);
        this.control = control;
        this.timeouts = timeouts;
    }

    /** Sets whether the gateways find out the state of the nodes by themselves, as in live mode. */
    void waitForNothing(boolean atAll) {
        waits = !atAll;
    }

    /** Starts all side by side; the nodes are up. */
    void startAll() {
        List<RunningGateway> begun = names().stream().map(this::begin).toList();
        begun.forEach(this::awaitUp);
    }

    /** Starts one that is dead. */
    void start(NodeId name) {
        awaitUp(begin(name));
    }

    @Override
    CompletableFuture<Void> startSoon(NodeId name, boolean wipe, Executor owner) {
        RunningGateway begun = begin(name);
        return begun.control()
                .ready()
                .thenAcceptAsync(
                        ready -> {
                            checkIsPresent(begun);
                            awaitReady(begun);
                        },
                        owner);
    }

    private RunningGateway begin(NodeId name) {
        String secret = ProcessCluster.newSecret();
        GatewayLaunch launch =
                new GatewayLaunch(name, wantedPort(name), addresses, Limits.DEFAULT, loopback(control.port()), secret);
        return begin(
                name,
                secret,
                Map.entry(GatewayLaunch.VARIABLE, ControlCodec.encode(launch)),
                (process, link) -> new RunningGateway(name, secret, process, link, timeouts));
    }

    private void awaitReady(RunningGateway gateway) {
        gateway.awaitReady();
        notePort(gateway);
    }

    /** One that does not come up is ended. */
    private void awaitUp(RunningGateway gateway) {
        try {
            awaitReady(gateway);
            settle(gateway);
        } catch (NodeException e) {
            kill(gateway.id());
            throw e;
        }
    }

    /** Waits until a gateway sees the nodes as they are, so that its choice of a node depends on nothing else. */
    private void settle(RunningGateway gateway) {
        if (waits) {
            nodes.forEach(gateway::awaitBackend);
        }
    }

    /** A node is up, at this port for clients; returns when every gateway has noticed. */
    void nodeIsUp(NodeId node, int port) {
        addresses.put(node, loopback(port));
        nodes.put(node, BackendState.UP);
        for (RunningGateway gateway : running().values()) {
            if (waits) {
                notice(() -> {
                    gateway.setBackend(node, port);
                    gateway.awaitBackend(node, BackendState.UP);
                });
            } else {
                gateway.tellBackend(node, port);
            }
        }
    }

    /**
     * Waits for a gateway; if it does not notice in time, that is its own failure, found by polling, and not the
     * node's.
     */
    private void notice(Runnable news) {
        try {
            news.run();
        } catch (NodeException e) {
            somethingCame();
        }
    }

    /** A paused node goes on; returns when every gateway has noticed. */
    void nodeIsBack(NodeId node) {
        nodeIs(node, BackendState.UP);
    }

    /** A node answers no more; returns when every gateway has noticed. */
    void nodeIsOut(NodeId node) {
        nodeIs(node, BackendState.DOWN);
    }

    /** Notes that a node has died: a gateway that starts later does not hear of it. */
    void nodeIsDead(NodeId node) {
        addresses.remove(node);
        nodeIsOut(node);
    }

    private void nodeIs(NodeId node, BackendState state) {
        nodes.put(node, state);
        if (waits) {
            running().values().forEach(gateway -> notice(() -> gateway.awaitBackend(node, state)));
        }
    }

    /** Sends a client's request through a gateway, once that sees the nodes as they are. */
    RunningGateway.GatewayReply request(NodeId name, RespRequest request) {
        RunningGateway gateway = get(name);
        settle(gateway);
        return gateway.request(request);
    }

    /**
     * Takes note of what came in by itself; tells the listener of gateways that have ended. In step mode one that has
     * not answered is ended too.
     */
    void poll() {
        running().forEach((name, gateway) -> {
            gateway.takeNote();
            if (gateway.process().ended().isDone()) {
                remove(gateway);
                gateway.close();
                listener()
                        .accept(new ClusterEvent.ProcessDied(
                                name, gateway.process().ended().join()));
            } else if (waits && gateway.silence().isPresent()) {
                kill(name);
                String why = "%s and was killed; its last line: %s"
                        .formatted(gateway.silence().get(), gateway.process().lastLine());
                listener().accept(new ClusterEvent.ProcessDied(name, why));
            }
        });
    }

    /** Keeps the processes of gateways that are sound for the next cluster, and ends the others. */
    void close() {
        running().forEach((name, gateway) -> {
            if (gateway.isSound()) {
                remove(gateway);
                takeBack(gateway);
            } else {
                kill(name);
            }
        });
    }
}
