package sosad.app.cluster;

import static sosad.model.PlainFormat.format;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import sosad.app.fabric.DeliveryListener;
import sosad.app.fabric.Frozen;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkConditionsLog;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.LiveTraffic;
import sosad.app.fabric.PassedMessages;
import sosad.app.fabric.Sample;
import sosad.app.process.NodeException;
import sosad.message.Command;
import sosad.message.DiskFault;
import sosad.message.Launch.RecordTo;
import sosad.message.Live;
import sosad.message.Report;
import sosad.message.Report.Sent;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;

/** The processes of a {@link ProcessCluster} while they run by their own clocks. */
final class LiveProcesses extends ClusterProcesses implements LiveCluster {
    /** The longest time for messages of a node to arrive once it stands still, unless its connection is lost. */
    private static final Duration LAST_MESSAGES = Duration.ofSeconds(1);

    /** The longest wait for a command, so that its effect is visible to the caller. */
    private static final Duration FOR_AN_ANSWER = Duration.ofSeconds(1);

    private final LiveTraffic traffic;
    private final Executor owner;
    private final Set<NodeId> paused = new TreeSet<>();
    private final LinkConditionsLog conditions = new LinkConditionsLog();
    private final Set<Long> waitedBefore;

    /** @param owner runs what it is given on the thread that owns the cluster */
    LiveProcesses(ClusterProcesses processes, LiveTraffic traffic, Executor owner) {
        super(processes);
        this.traffic = traffic;
        this.owner = owner;
        this.waitedBefore = fabric.waiting().stream().map(Frame::id).collect(Collectors.toSet());
    }

    /** Lets the clocks of all nodes go by themselves; a paused one goes on first, since it must be told. */
    void begin(Live settings) {
        nodes.startLive(Optional.of(settings));
        gateways.waitForNothing(true);
        nodes.running().forEach((name, node) -> {
            if (node.process().isPaused()) {
                resume(name);
            }
        });
        Optional<RecordTo> record = nodes.beginRecord();
        tellAll(id -> new Command.GoLive(id, settings, record));
    }

    /** Sends all nodes that are up and not paused the same; returns the messages that each names in its answer. */
    private Map<NodeId, List<Sent>> tellAll(LongFunction<Command> command) {
        Map<NodeId, CompletableFuture<Report.Reply>> replies = new LinkedHashMap<>();
        Map<NodeId, RunningNode> told = awake();
        told.forEach((name, node) -> replies.put(name, node.control().send(command)));
        Map<NodeId, List<Sent>> sent = new TreeMap<>();
        replies.forEach((name, reply) -> {
            try {
                sent.put(name, told.get(name).awaitDone(reply));
            } catch (NodeException e) {
                if (!told.get(name).isLost()) {
                    throw e;
                } // it has died meanwhile or hangs, which is noticed by polling
            }
        });
        return sent;
    }

    private Map<NodeId, RunningNode> awake() {
        Map<NodeId, RunningNode> awake = new TreeMap<>(nodes.running());
        awake.keySet().removeAll(paused);
        awake.values().removeIf(node -> !node.isUp());
        return awake;
    }

    @Override
    public List<NodeId> nodes() {
        return nodes.names();
    }

    @Override
    public List<NodeId> gateways() {
        return gateways.names();
    }

    @Override
    public boolean isRunning(NodeId process) {
        return find(process).isPresent();
    }

    @Override
    public boolean isUp(NodeId process) {
        return find(process).filter(Member::isUp).isPresent();
    }

    @Override
    public boolean isPaused(NodeId process) {
        return isRunning(process) && paused.contains(process);
    }

    @Override
    public int clientPort(NodeId process) {
        return of(process).get(process).clientPort();
    }

    @Override
    public void setConditions(Link link, LinkConditions faults) {
        traffic.setConditions(link, faults);
        conditions.change(link, faults, System.currentTimeMillis());
    }

    @Override
    public LinkConditionsLog conditions() {
        return conditions;
    }

    @Override
    public void reset(Link link) {
        traffic.reset(link);
    }

    @Override
    public Map<Link, LinkCounts> counts() {
        return traffic.counts();
    }

    @Override
    public void setDeliveryListener(DeliveryListener listener) {
        traffic.setDeliveryListener(listener);
    }

    @Override
    public Sample.Taken sample() {
        return traffic.sample();
    }

    @Override
    public void kill(NodeId process) {
        paused.remove(process);
        super.kill(process);
    }

    @Override
    public void terminate(NodeId process) {
        of(process).get(process).process().terminate();
    }

    @Override
    public void pause(NodeId process) {
        super.pause(process);
        paused.add(process);
    }

    @Override
    public void resume(NodeId process) {
        super.resume(process);
        paused.remove(process);
    }

    @Override
    public CompletableFuture<Void> start(NodeId process, boolean wipe) {
        paused.remove(process);
        return of(process).startSoon(process, wipe, owner);
    }

    @Override
    public void skew(NodeId node, long millis) {
        nodes.get(node).order(id -> new Command.Skew(id, millis), FOR_AN_ANSWER);
    }

    @Override
    public void drift(NodeId node, int partsPerMillion) {
        nodes.get(node).order(id -> new Command.Drift(id, partsPerMillion), FOR_AN_ANSWER);
    }

    @Override
    public void setDiskFault(NodeId node, DiskFault fault) {
        if (!nodes.haveDisks()) {
            if (fault.equals(DiskFault.NONE)) {
                return;
            }
            throw new NodeException(node, "keeps its store in memory; it has no disk that could fail");
        }
        nodes.get(node).order(id -> new Command.SetDisk(id, fault), FOR_AN_ANSWER);
    }

    @Override
    public boolean isLost(NodeId process) {
        return find(process).map(Member::isLost).orElse(true);
    }

    @Override
    public CoreState read(NodeId node) {
        return nodes.get(node).read();
    }

    @Override
    public CompletableFuture<CoreState> readSoon(NodeId node) {
        return nodes.find(node)
                .map(RunningNode::readSoon)
                .orElseGet(() -> CompletableFuture.failedFuture(new NodeException(node, "has no process")));
    }

    @Override
    public Map<FrameKind, PassedMessages> passed() {
        return traffic.passed();
    }

    @Override
    public long overtaken() {
        return traffic.overtaken();
    }

    @Override
    public Optional<Path> endRecord() {
        if (nodes.record().isPresent()) {
            tellAll(Command.EndRecord::new);
        }
        return nodes.takeRecord();
    }

    @Override
    public Stopped freeze() {
        Set.copyOf(paused).forEach(this::resume);
        nodes.running().values().stream().filter(node -> !node.isUp()).forEach(nodes::awaitUp);
        Frozen frozen = fabric.freeze();
        tellAll(Command.Freeze::new).forEach((from, sent) -> awaitLast(from, sent, frozen));
        nodes.endLost();
        Deadline.await(
                fabric.drain(awake().keySet()),
                timeouts.answer(),
                () -> new NodeException(format(
                        "the nodes have not processed what was sent to them within %d s",
                        timeouts.answer().toSeconds())));
        poll(); // what the nodes have reported while they lived
        nodes.startLive(Optional.empty());
        gateways.waitForNothing(false);
        long time =
                awake().values().stream().mapToLong(RunningNode::clock).max().orElse(0);
        return new Stopped(time, underWay(frozen));
    }

    /** Waits until the network holds the last message that a node has sent on each link. */
    private void awaitLast(NodeId from, List<Sent> last, Frozen frozen) {
        for (Sent sent : last) {
            long seen = frozen.lastSeen().getOrDefault(new Link(from, sent.to()), 0L);
            if (sent.id() > seen) {
                try {
                    fabric.arrival(sent.id()).get(LAST_MESSAGES.toMillis(), TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    fabric.discard(sent.id()); // it went with its connection
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } catch (ExecutionException e) {
                    throw new NodeException(from, "has sent what the network cannot take: " + e.getMessage());
                }
            }
        }
    }

    private List<MessageUnderWay> underWay(Frozen frozen) {
        Map<Long, Long> copies = frozen.underWay().stream()
                .collect(Collectors.groupingBy(held -> held.frame().id(), Collectors.counting()));
        Set<Long> corrupt = frozen.underWay().stream()
                .filter(Frozen.FrameUnderWay::corrupt)
                .map(held -> held.frame().id())
                .collect(Collectors.toSet());
        List<MessageUnderWay> underWay = new ArrayList<>();
        for (Frame frame : fabric.waiting()) {
            if (frame.kind().isInquiry()) {
                fabric.discard(frame.id()); // the read it belongs to gives up by itself
            } else if (!waitedBefore.contains(frame.id())) {
                int times = Math.toIntExact(copies.getOrDefault(frame.id(), 1L));
                underWay.add(new MessageUnderWay(message(frame), times, corrupt.contains(frame.id())));
            }
        }
        return underWay;
    }
}
