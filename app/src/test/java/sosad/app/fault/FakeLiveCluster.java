package sosad.app.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import sosad.app.cluster.CoreState;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.NodeTables;
import sosad.app.fabric.DeliveryListener;
import sosad.app.fabric.LinkConditions;
import sosad.app.fabric.LinkConditionsLog;
import sosad.app.fabric.LinkCounts;
import sosad.app.fabric.PassedMessages;
import sosad.app.fabric.Sample;
import sosad.app.process.NodeException;
import sosad.message.DiskFault;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** A live cluster of nodes A, B, C and a gateway G1 without processes: writes down what is done to it. */
public final class FakeLiveCluster implements LiveCluster {
    public static final NodeId A = new NodeId("A");
    public static final NodeId B = new NodeId("B");
    public static final NodeId C = new NodeId("C");
    public static final NodeId G1 = new NodeId("G1");

    /** What was done, in order. */
    public final List<String> calls = new ArrayList<>();

    /** What is wrong with each link that was ever touched. */
    public final Map<Link, LinkConditions> links = new TreeMap<>();

    /** Starts that were begun; a test completes them. */
    public final Map<NodeId, CompletableFuture<Void>> starts = new HashMap<>();

    /** Where clients connect, of every process. */
    public int clientPort;

    private final Set<NodeId> dead = new TreeSet<>();
    private final Set<NodeId> paused = new TreeSet<>();
    private final Set<NodeId> lost = new TreeSet<>();

    @Override
    public List<NodeId> nodes() {
        return List.of(A, B, C);
    }

    @Override
    public List<NodeId> gateways() {
        return List.of(G1);
    }

    /** What each node holds; a node that is not here does not tell. */
    public final Map<NodeId, CoreState> states = new TreeMap<>();

    @Override
    public CompletableFuture<CoreState> readSoon(NodeId node) {
        return states.containsKey(node)
                ? CompletableFuture.completedFuture(states.get(node))
                : CompletableFuture.failedFuture(new NodeException(node, "does not tell"));
    }

    @Override
    public Map<FrameKind, PassedMessages> passed() {
        return Map.of();
    }

    @Override
    public LinkConditionsLog conditions() {
        return new LinkConditionsLog();
    }

    @Override
    public long overtaken() {
        return 0;
    }

    @Override
    public boolean isRunning(NodeId process) {
        return !dead.contains(process);
    }

    @Override
    public boolean isUp(NodeId process) {
        return isRunning(process)
                && (!starts.containsKey(process) || starts.get(process).isDone());
    }

    @Override
    public boolean isPaused(NodeId process) {
        return paused.contains(process);
    }

    @Override
    public int clientPort(NodeId process) {
        return clientPort;
    }

    @Override
    public void setConditions(Link route, LinkConditions faults) {
        links.put(route, faults);
    }

    @Override
    public void reset(Link route) {
        calls.add("reset " + route);
    }

    @Override
    public Map<Link, LinkCounts> counts() {
        return Map.of();
    }

    @Override
    public void kill(NodeId process) {
        calls.add("kill " + process);
        dies(process);
    }

    /** A process ends. */
    public void dies(NodeId process) {
        dead.add(process);
        paused.remove(process);
    }

    @Override
    public void terminate(NodeId process) {
        calls.add("terminate " + process);
    }

    @Override
    public void pause(NodeId process) {
        calls.add("pause " + process);
        paused.add(process);
    }

    @Override
    public void resume(NodeId process) {
        calls.add("resume " + process);
        paused.remove(process);
    }

    @Override
    public CompletableFuture<Void> start(NodeId process, boolean wipe) {
        calls.add((wipe ? "wipe " : "start ") + process);
        dead.remove(process);
        lost.remove(process);
        starts.put(process, new CompletableFuture<>());
        return starts.get(process);
    }

    @Override
    public void skew(NodeId node, long millis) {
        tell(node, String.format(Locale.ROOT, "skew %s %d", node, millis));
    }

    @Override
    public void drift(NodeId node, int partsPerMillion) {
        tell(node, String.format(Locale.ROOT, "drift %s %d", node, partsPerMillion));
    }

    @Override
    public void setDiskFault(NodeId node, DiskFault fault) {
        tell(node, String.format(Locale.ROOT, "disk %s %d %s", node, fault.delayMillis(), fault.state()));
    }

    @Override
    public boolean isLost(NodeId process) {
        return lost.contains(process);
    }

    /** A process ends or hangs, which nobody has noticed yet. */
    public void isLostUnnoticed(NodeId process) {
        lost.add(process);
    }

    private void tell(NodeId node, String what) {
        if (isLost(node)) {
            throw new NodeException(node, "has just ended");
        }
        calls.add(what);
    }

    @Override
    public void setDeliveryListener(DeliveryListener listener) {}

    @Override
    public Sample.Taken sample() {
        throw new UnsupportedOperationException("faults look at no messages");
    }

    @Override
    public CoreState read(NodeId node) {
        throw new UnsupportedOperationException("faults read no states");
    }

    @Override
    public NodeTables tables(NodeId node) {
        throw new UnsupportedOperationException("faults read no tables");
    }

    @Override
    public Running gateway(NodeId gateway) {
        throw new UnsupportedOperationException("faults ask no gateways");
    }

    @Override
    public CompletableFuture<?> heartbeat(NodeId process) {
        throw new UnsupportedOperationException("faults send no heartbeats");
    }

    @Override
    public void poll() {
        // nothing comes by itself
    }

    @Override
    public Optional<Path> endRecord() {
        return Optional.empty();
    }

    @Override
    public Stopped freeze() {
        throw new UnsupportedOperationException("faults stop no clocks");
    }
}
