package sosad.app.cluster;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import sosad.app.process.MemberProcess;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.model.NodeId;

/**
 * The nodes or the gateways of a cluster, each a process of its own: started, paused, ended, and their ends noticed.
 *
 * @param <M> one of them, running
 */
abstract class MemberProcesses<M extends Member> {
    private final String kind;
    private final List<NodeId> names;
    private final ControlServer control;
    private final ProcessPool pool;
    private final ClientPorts ports;
    private final Consumer<ClusterEvent> listener;
    private final Map<NodeId, M> running = new TreeMap<>();

    /** @param kind what one of them is called in errors */
    MemberProcesses(
            String kind,
            List<NodeId> names,
            ControlServer control,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener) {
        this.kind = kind;
        this.names = List.copyOf(names);
        this.control = control;
        this.pool = pool;
        this.ports = ports;
        this.listener = listener;
    }

    final List<NodeId> names() {
        return names;
    }

    final Consumer<ClusterEvent> listener() {
        return listener;
    }

    /** Called on any thread. */
    final void somethingCame() {
        listener.accept(new ClusterEvent.SomethingCame());
    }

    /** Called on any thread. */
    final void log(NodeId name, String line) {
        listener.accept(new ClusterEvent.LineLogged(name, line));
    }

    /** Returns the port for clients to ask for. */
    final int wantedPort(NodeId name) {
        return ports.wanted(name);
    }

    /** One is up: a port other than the one that it was to have is logged. */
    final void notePort(M up) {
        ports.listens(up.id(), up.clientPort()).ifPresent(words -> log(up.id(), words));
    }

    final String who(NodeId name) {
        return kind + " " + name;
    }

    /**
     * Begins one in a process, without waiting for it.
     *
     * @param launch what it is to be: the variable's name and JSON
     */
    final M begin(
            NodeId name,
            String secret,
            Map.Entry<String, byte[]> launch,
            BiFunction<MemberProcess, ControlLink, M> member) {
        ControlLink link = new ControlLink(who(name), this::somethingCame);
        control.expect(secret, link);
        String json = new String(launch.getValue(), StandardCharsets.UTF_8);
        MemberProcess process = pool.begin(who(name), Map.entry(launch.getKey(), json), line -> log(name, line));
        M begun = member.apply(process, link);
        synchronized (running) {
            running.put(name, begun);
        }
        process.ended().thenAccept(words -> {
            link.fail(new NodeException("%s %s".formatted(who(name), words)));
            somethingCame();
        });
        return begun;
    }

    /**
     * Starts one that is dead, without waiting for it.
     *
     * @param wipe whether it begins with an empty store, if it has one on disk
     * @param owner the thread that owns this
     */
    abstract CompletableFuture<Void> startSoon(NodeId name, boolean wipe, Executor owner);

    final Optional<M> find(NodeId name) {
        return Optional.ofNullable(running.get(name));
    }

    /** @throws NodeException if it has no process */
    final M get(NodeId name) {
        return find(name).orElseThrow(() -> new NodeException("%s has no process".formatted(who(name))));
    }

    /** @throws NodeException if {@code start} is not the present one any more */
    final void checkIsPresent(M start) {
        if (running.get(start.id()) != start) {
            throw new NodeException("%s was ended before it was up".formatted(who(start.id())));
        }
    }

    /** All that have a process, in alphabetical order. */
    final Map<NodeId, M> running() {
        return new TreeMap<>(running);
    }

    void kill(NodeId name) {
        M dying = get(name);
        remove(dying);
        dying.kill();
    }

    void pause(NodeId name) {
        get(name).process().pause();
    }

    void resume(NodeId name) {
        get(name).process().resume();
    }

    /** It has no process any more. */
    void remove(M gone) {
        synchronized (running) {
            running.remove(gone.id());
        }
        control.forget(gone.secret());
    }

    /** None has a process any more, or only one that is the pool's again. */
    final void clear() {
        synchronized (running) {
            running.clear(); // while the program may be told to end
        }
    }

    /** Asks the system to end every process, without waiting; called on any thread. */
    final void destroyAll() {
        synchronized (running) {
            running.values().forEach(member -> member.process().destroy());
        }
    }

    /** Leaves the process of one that is sound, and is not needed any more, to the next cluster. */
    final void takeBack(M member) {
        pool.takeBack(member.process());
        member.close();
    }
}
