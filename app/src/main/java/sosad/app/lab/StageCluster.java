package sosad.app.lab;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import sosad.app.check.DataWatcher;
import sosad.app.check.StoreAccounts;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.client.RespClient;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.CoreState;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.DeliveryListener;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.Members;
import sosad.app.lab.live.LiveLab;
import sosad.app.process.NodeException;
import sosad.app.scenario.ClusterPlan;
import sosad.message.Address;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** The live cluster of a lab, which a check asks and harms by way of the lab, as everybody else does. */
final class StageCluster implements SystemUnderTest, TestedCluster {
    private static final long TO_COME_UP_SECONDS = 30;
    private static final long MAX_TURN_MILLIS = 100;

    private final LiveLab lab;
    private final ClusterPlan plan;
    private final BlockingQueue<ClusterEvent> came = new LinkedBlockingQueue<>();
    private final Map<NodeId, Address> addresses = new ConcurrentHashMap<>();
    private final StoreAccounts accounts = new StoreAccounts();
    private DataWatcher watcher = DataWatcher.NONE;
    private long refusedFrames;

    /** @throws NodeException if the cluster is not live */
    StageCluster(LiveLab lab, ClusterPlan plan) {
        this.lab = lab;
        this.plan = plan;
        await(lab.watch(came::add));
        // What a node holds already, it must hold in the end, too.
        states().forEach((node, state) -> {
            accounts.begins(node, System.nanoTime());
            state.saved().entries().forEach(entry -> accounts.took(node, entry, System.nanoTime()));
        });
        follow();
    }

    private <T> T ask(Function<LiveCluster, T> question) {
        return await(lab.ask(question));
    }

    private static <T> T await(CompletableFuture<T> answer) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the suite looks
            throw new NodeException("the run was stopped");
        } catch (ExecutionException e) {
            throw new NodeException(e.getCause().getMessage());
        }
    }

    private void follow() {
        Map<NodeId, Address> now = ask(cluster -> {
            Map<NodeId, Address> up = new TreeMap<>();
            members().all().stream()
                    .filter(cluster::isUp)
                    .forEach(process -> up.put(process, RespClient.loopback(cluster.clientPort(process))));
            return up;
        });
        addresses.keySet().retainAll(now.keySet());
        addresses.putAll(now);
    }

    @Override
    public String words() {
        return new StageSystems(lab, plan).words();
    }

    @Override
    public List<NodeId> servers() {
        return members().nodes();
    }

    @Override
    public List<NodeId> gateways() {
        return members().gateways();
    }

    @Override
    public Optional<Address> address(NodeId process) {
        return Optional.ofNullable(addresses.get(process));
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<TestedCluster> cluster() {
        return Optional.of(this);
    }

    @Override
    public Members members() {
        return new Members(plan.nodes(), plan.gatewayNames());
    }

    @Override
    public Rules rules() {
        return plan.rules();
    }

    @Override
    public StoreKind store() {
        return plan.store();
    }

    @Override
    public long syncMillis() {
        return Live.since(0).syncMillis();
    }

    @Override
    public boolean isUp(NodeId process) {
        return ask(cluster -> cluster.isUp(process));
    }

    @Override
    public ActiveFault inject(Fault fault) {
        return await(lab.inject(fault));
    }

    @Override
    public void heal(long number) {
        await(lab.heal(number));
    }

    @Override
    public void healEverything() {
        for (List<ActiveFault> left = faults().inForce();
                !left.isEmpty();
                left = faults().inForce()) { // some end with another
            heal(left.get(0).number());
        }
    }

    @Override
    public FaultSnapshot faults() {
        return await(lab.faults());
    }

    @Override
    public Map<Link, LinkCounts> counts() {
        return ask(LiveCluster::counts);
    }

    @Override
    public Map<NodeId, CoreState> states() {
        Map<NodeId, CompletableFuture<CoreState>> reading = ask(cluster -> {
            Map<NodeId, CompletableFuture<CoreState>> read = new TreeMap<>();
            cluster.nodes().stream()
                    .filter(node -> cluster.isUp(node) && !cluster.isPaused(node))
                    .forEach(node -> read.put(node, cluster.readSoon(node)));
            return read;
        });
        Map<NodeId, CoreState> states = new TreeMap<>();
        reading.forEach((node, state) -> states.put(node, await(state)));
        return states;
    }

    @Override
    public StoreAccounts accounts() {
        return accounts;
    }

    @Override
    public void watch(DataWatcher newWatcher) {
        watcher = newWatcher;
        DeliveryListener deliveries = newWatcher.equals(DataWatcher.NONE) ? DeliveryListener.NONE : newWatcher;
        ask(cluster -> {
            cluster.setDeliveryListener(deliveries);
            return true;
        });
    }

    @Override
    public long overtaken() {
        return ask(LiveCluster::overtaken);
    }

    @Override
    public long refusedFrames() {
        return refusedFrames;
    }

    @Override
    public void turn(long mostMillis) throws InterruptedException {
        ClusterEvent event = came.poll(Math.max(0, Math.min(mostMillis, MAX_TURN_MILLIS)), TimeUnit.MILLISECONDS);
        for (; event != null; event = came.poll()) {
            take(event);
        }
        follow();
    }

    private void take(ClusterEvent event) {
        if (event instanceof ClusterEvent.NodeBegan began && began.isEmpty()) {
            accounts.begins(began.node(), System.nanoTime());
            watcher.emptied(began.node());
        } else if (event instanceof ClusterEvent.EntryTaken taken) {
            accounts.took(taken.node(), taken.entry(), System.nanoTime());
            watcher.reported(taken.node(), taken.entry());
        } else if (event instanceof ClusterEvent.FrameRefused) {
            refusedFrames++;
        } else if (event instanceof ClusterEvent.ProcessDied died) {
            throw new NodeException(died.process(), died.lastWords());
        }
    }

    @Override
    public void awaitAllUp() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_COME_UP_SECONDS);
        for (turn(0); !addresses.keySet().containsAll(members().all()); turn(MAX_TURN_MILLIS)) {
            if (System.nanoTime() > deadline) {
                throw new NodeException(format(
                        "not all nodes and gateways are up %d s after everything was healed", TO_COME_UP_SECONDS));
            }
        }
    }

    /** The cluster stays; nobody watches it any more. */
    @Override
    public void close() {
        lab.watch(event -> {});
    }
}
