package sosad.app.cluster;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import sosad.app.client.Loopback;
import sosad.app.client.RespRequest;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.message.Address;
import sosad.message.BackendState;
import sosad.message.GatewayLaunch;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/** The gateways of a cluster, each a process of its own, which know where the nodes are. */
final class GatewayProcesses {
    private final List<NodeId> names;
    private final ControlPort control;
    private final ProcessPool pool;
    private final Cluster.Listener listener;
    private final Patience patience;
    private final Map<NodeId, RunningGateway> running = new TreeMap<>();

    /** What the gateways must have noticed: nodes that run are up, all others are down. */
    private final Map<NodeId, BackendState> nodes = new TreeMap<>();

    private final Map<NodeId, Address> addresses = new HashMap<>();
    private boolean waits = true;

    GatewayProcesses(
            List<NodeId> names, ControlPort control, ProcessPool pool, Cluster.Listener listener, Patience patience) {
        this.names = List.copyOf(names);
        this.control = control;
        this.pool = pool;
        this.listener = listener;
        this.patience = patience;
    }

    List<NodeId> names() {
        return names;
    }

    boolean isRunning(NodeId name) {
        return running.containsKey(name);
    }

    boolean isUp(NodeId name) {
        return gateway(name).isUp();
    }

    MemberProcess process(NodeId name) {
        return gateway(name).process();
    }

    /** Whether the gateways are left to find out by themselves, as in live mode, how the nodes are. */
    void waitForNothing(boolean atAll) {
        waits = !atAll;
    }

    boolean isNamed(NodeId name) {
        return names.contains(name);
    }

    /** Starts all side by side; the nodes are up. */
    void startAll() {
        List<RunningGateway> begun = names.stream().map(this::begin).toList();
        begun.forEach(this::awaitUp);
    }

    /** Starts one that is dead. */
    void start(NodeId name) {
        awaitUp(begin(name));
    }

    /**
     * Starts one that is dead, without waiting for it.
     *
     * @param owner the thread that owns this
     */
    CompletableFuture<Void> startSoon(NodeId name, Executor owner) {
        RunningGateway begun = begin(name);
        return begun.control()
                .ready()
                .thenAcceptAsync(
                        ready -> {
                            if (running.get(name) != begun) {
                                throw new NodeException("gateway %s was ended before it was up".formatted(name));
                            }
                            begun.awaitReady();
                        },
                        owner);
    }

    private RunningGateway begin(NodeId name) {
        String secret = ProcessCluster.newSecret();
        String who = "gateway " + name;
        ControlLink link = new ControlLink(who, listener::somethingCame);
        control.expect(secret, link);
        GatewayLaunch launch = new GatewayLaunch(name, addresses, Limits.DEFAULT, Loopback.at(control.port()), secret);
        String json = new String(ControlCodec.encode(launch), StandardCharsets.UTF_8);
        MemberProcess process =
                pool.begin(who, Map.entry(GatewayLaunch.VARIABLE, json), line -> listener.logged(name, line));
        RunningGateway begun = new RunningGateway(name, secret, process, link, patience);
        synchronized (running) {
            running.put(name, begun);
        }
        process.ended().thenAccept(words -> {
            link.fail(new NodeException("%s %s".formatted(who, words)));
            listener.somethingCame();
        });
        return begun;
    }

    /** One that does not come up is ended. */
    private void awaitUp(RunningGateway gateway) {
        try {
            gateway.awaitReady();
            settle(gateway);
        } catch (NodeException e) {
            kill(gateway.id());
            throw e;
        }
    }

    /** Waits until a gateway sees the nodes as they are, so that whom it asks depends on nothing else. */
    private void settle(RunningGateway gateway) {
        if (waits) {
            nodes.forEach(gateway::awaitBackend);
        }
    }

    /** A node is up, at this port for clients; returns when every gateway has noticed. */
    void nodeIsUp(NodeId node, int port) {
        addresses.put(node, Loopback.at(port));
        nodes.put(node, BackendState.UP);
        for (RunningGateway gateway : running.values()) {
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

    /** What a gateway does not notice in time is its own failure, told by polling, and not that of the node. */
    private void notice(Runnable news) {
        try {
            news.run();
        } catch (NodeException e) {
            listener.somethingCame();
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

    /** A node has died: a gateway that starts later is not told of it. */
    void nodeIsDead(NodeId node) {
        addresses.remove(node);
        nodeIsOut(node);
    }

    private void nodeIs(NodeId node, BackendState state) {
        nodes.put(node, state);
        if (waits) {
            running.values().forEach(gateway -> notice(() -> gateway.awaitBackend(node, state)));
        }
    }

    /** Sends a client's request through a gateway, once that sees the nodes as they are. */
    RunningGateway.Passed request(NodeId name, RespRequest request) {
        RunningGateway gateway = gateway(name);
        settle(gateway);
        return gateway.request(request);
    }

    Cluster.Running facts(NodeId name) {
        return gateway(name).facts();
    }

    ControlLink control(NodeId name) {
        return gateway(name).control();
    }

    private RunningGateway gateway(NodeId name) {
        RunningGateway found = running.get(name);
        if (found == null) {
            throw new NodeException("gateway %s has no process".formatted(name));
        }
        return found;
    }

    void kill(NodeId name) {
        RunningGateway dying = gateway(name);
        remove(name, dying);
        dying.process().kill();
        dying.close();
    }

    private void remove(NodeId name, RunningGateway gone) {
        synchronized (running) {
            running.remove(name);
        }
        control.forget(gone.secret());
    }

    /**
     * Takes note of what came in by itself; tells the listener of gateways that have ended. In step mode one that has
     * not answered is ended too.
     */
    void poll() {
        for (NodeId name : List.copyOf(running.keySet())) {
            RunningGateway gateway = running.get(name);
            gateway.takeNote();
            if (gateway.process().ended().isDone()) {
                remove(name, gateway);
                gateway.close();
                listener.died(name, gateway.process().ended().join());
            } else if (waits && gateway.silence().isPresent()) {
                kill(name);
                listener.died(
                        name,
                        "%s and was killed; its last line: %s"
                                .formatted(
                                        gateway.silence().get(),
                                        gateway.process().lastLine()));
            }
        }
    }

    /** Asks the system to end every process, without waiting; called on any thread. */
    void destroyAll() {
        synchronized (running) {
            Collection<RunningGateway> all = running.values();
            all.forEach(gateway -> gateway.process().destroy());
        }
    }

    /** Keeps the processes of gateways that are sound for the next cluster, and ends the others. */
    void close() {
        List.copyOf(running.keySet()).forEach(this::release);
    }

    private void release(NodeId name) {
        RunningGateway gateway = gateway(name);
        if (gateway.isSound()) {
            remove(name, gateway);
            pool.takeBack(gateway.process());
            gateway.close();
        } else {
            kill(name);
        }
    }
}
