package sosad.app.cluster;

import static sosad.app.client.RespClient.loopback;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import sosad.app.fabric.Fabric;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Launch.RecordTo;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.message.Ports;
import sosad.message.Report;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.wire.ControlCodec;

/** The nodes of a cluster, each a process of its own: started, ended, and their ends noticed. */
final class NodeProcesses extends MemberProcesses<RunningNode> {
    /** The most events of a node that are processed at once in step mode, where each becomes part of the run. */
    private static final int MAX_EVENTS = 500;

    private final Rules rules;
    private final Optional<DataFolder> data;
    private final ControlServer control;
    private final Fabric fabric;
    private final GatewayProcesses gateways;
    private final Timeouts timeouts;
    private Optional<Live> live = Optional.empty();
    private Optional<LiveRecords> records = Optional.empty();
    private Optional<RecordTo> record = Optional.empty();
    private long starts;

    /** @param gateways informed of nodes that die, pause and resume */
    NodeProcesses(
            List<NodeId> names,
            Rules rules,
            StoreKind store,
            ControlServer control,
            Fabric fabric,
            GatewayProcesses gateways,
            ProcessPool pool,
            ClientPorts ports,
            Consumer<ClusterEvent> listener,
            Timeouts timeouts) {
        super("node", names, control, pool, ports, listener);
        this.rules = rules;
        this.data = store == StoreKind.DISK ? Optional.of(DataFolder.create()) : Optional.empty();
        this.control = control;
        this.fabric = fabric;
        this.gateways = gateways;
        this.timeouts = timeouts;
    }

    /** The start of a node. */
    enum Start {
        /** With the cluster. */
        FIRST,
        /** Again, with what its store on disk holds. */
        AGAIN,
        /** Again, with an empty store. */
        WIPED
    }

    /** Returns whether the nodes keep their stores on disk. */
    boolean haveDisks() {
        return data.isPresent();
    }

    /** Nodes that begin from now on run by their own clocks, or do not. */
    void startLive(Optional<Live> settings) {
        live = settings;
    }

    /** Has the nodes record what they do while they run by their own clocks. */
    void recordLiveTime() {
        records = Optional.of(new LiveRecords());
    }

    /** Returns where nodes that go live are to record that. */
    Optional<RecordTo> beginRecord() {
        record = records.flatMap(LiveRecords::begin);
        return record;
    }

    /** Returns where the nodes record at present. */
    Optional<RecordTo> record() {
        return record;
    }

    /** Returns where the nodes have recorded, which they do no longer. */
    Optional<Path> takeRecord() {
        Optional<Path> taken = record.map(place -> Path.of(place.folder()));
        record = Optional.empty();
        return taken;
    }

    /** Starts a node's process; it is not up yet. */
    RunningNode begin(NodeId node, Start how) {
        long start = ++starts;
        String secret = ProcessCluster.newSecret();
        boolean comesBack = how == Start.AGAIN && data.isPresent();
        listener().accept(new ClusterEvent.NodeBegan(node, !comesBack));
        fabric.expect(node, secret);
        List<NodeId> peers = names().stream().filter(peer -> !peer.equals(node)).toList();
        return begin(
                node,
                secret,
                Map.entry(Launch.VARIABLE, ControlCodec.encode(launch(node, start, how, secret))),
                (process, link) -> new RunningNode(
                        node,
                        secret,
                        process,
                        link,
                        new NodeView(peers, rules.startTime()),
                        comesBack,
                        listener(),
                        timeouts));
    }

    private Launch launch(NodeId node, long start, Start how, String secret) {
        Map<NodeId, Address> peers = new TreeMap<>();
        names().stream()
                .filter(peer -> !peer.equals(node))
                .forEach(peer -> peers.put(peer, loopback(fabric.address().getPort())));
        return new Launch(
                node,
                peers,
                Ports.preferring(wantedPort(node)),
                rules,
                Limits.DEFAULT,
                start,
                start << Integer.SIZE,
                how != Start.FIRST,
                Optional.of(loopback(control.port())),
                true,
                secret,
                ReadMode.LOCAL,
                live,
                data.map(folder -> new Disk(folder.of(node).toString(), Fsync.ALWAYS, how == Start.WIPED)),
                record);
    }

    /** Waits until a node that has begun is up; from then on messages reach it. One that does not come up is ended. */
    Report.Ready awaitReady(RunningNode node) {
        Report.Ready ready;
        try {
            ready = node.awaitReady();
        } catch (NodeException e) {
            remove(node);
            node.kill();
            throw e;
        }
        notePort(node);
        fabric.ready(ready.node(), new InetSocketAddress(InetAddress.getLoopbackAddress(), ready.peerPort()));
        return ready;
    }

    @Override
    CompletableFuture<Void> startSoon(NodeId name, boolean wipe, Executor owner) {
        RunningNode begun = begin(name, wipe ? Start.WIPED : Start.AGAIN);
        return begun.control()
                .ready()
                .thenAcceptAsync(
                        ready -> {
                            checkIsPresent(begun);
                            gateways.nodeIsUp(name, awaitReady(begun).clientPort());
                        },
                        owner);
    }

    @Override
    void kill(NodeId node) {
        super.kill(node);
        gateways.nodeIsDead(node);
    }

    @Override
    void pause(NodeId node) {
        super.pause(node);
        gateways.nodeIsOut(node);
    }

    @Override
    void resume(NodeId node) {
        super.resume(node);
        gateways.nodeIsBack(node);
    }

    @Override
    void remove(RunningNode gone) {
        super.remove(gone);
        fabric.gone(gone.id());
    }

    /** Waits until a node that has begun is up, or it is clear that it does not come up, which is logged. */
    void awaitUp(RunningNode node) {
        try {
            awaitReady(node);
        } catch (NodeException e) {
            log(node.id(), e.getMessage());
        }
    }

    /**
     * Takes note of what came in by itself, and of processes that have ended, with their last words. In step mode,
     * where everything waits for everybody's answer, a node that has not answered is ended too
     * ({@code docs/decisions/0045}), and one whose clients write without end holds nothing else up: what there is
     * beyond {@value #MAX_EVENTS} events comes in later.
     */
    void poll() {
        running().forEach((name, node) -> {
            int events = node.control().eventsThatCame();
            if (live.isEmpty() && events > MAX_EVENTS && !node.isLost()) {
                node.takeNote(MAX_EVENTS);
                somethingCame();
                return;
            }
            node.takeNote(events);
            if (node.process().ended().isDone()) {
                remove(node);
                node.close();
                died(name, node.process().ended().join());
            } else if (live.isEmpty() && node.isLost()) {
                died(name, end(node));
            }
        });
    }

    private void died(NodeId name, String lastWords) {
        gateways.nodeIsDead(name);
        listener().accept(new ClusterEvent.ProcessDied(name, lastWords));
    }

    /** Waits until each node that is not paused has answered once more. */
    void awaitAnswers() {
        List<RunningNode> awake = running().values().stream()
                .filter(node -> node.isUp() && !node.process().isPaused())
                .toList();
        List<Runnable> waits = awake.stream().map(RunningNode::ask).toList();
        waits.forEach(Runnable::run);
    }

    /** Ends the nodes of which nothing is to be expected any more, and logs it. */
    void endLost() {
        running().forEach((name, node) -> {
            if (node.isLost()) {
                log(name, end(node));
            }
        });
    }

    /** Ends a node whose process may still run; gives its last words. */
    private String end(RunningNode lost) {
        String why = lost.silence().map(silence -> silence + " and was killed").orElse("has ended");
        remove(lost);
        lost.kill();
        return "%s; its last line: %s".formatted(why, lost.process().lastLine());
    }

    /** A node on disk is ended, so that nobody writes into its folder while that is deleted. */
    private boolean isKept(RunningNode node) {
        return data.isEmpty() && node.isSound();
    }

    private void release(RunningNode node) {
        if (isKept(node)) {
            takeBack(node);
        } else {
            node.kill();
        }
    }

    /** Keeps the processes of sound nodes in memory for the next cluster, and ends the others. */
    void close() {
        List<RunningNode> last = List.copyOf(running().values());
        last.stream().filter(node -> !node.isSound()).forEach(node -> node.process()
                .destroy());
        last.forEach(this::release);
        clear();
        data.ifPresent(DataFolder::close);
        records.ifPresent(LiveRecords::close);
    }
}
