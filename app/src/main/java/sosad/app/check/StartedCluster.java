package sosad.app.check;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import sosad.app.client.RespClient;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.CoreState;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.fabric.DeliveryListener;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultInjector;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.Members;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.message.Address;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** A live cluster started to be tested: takes note of what comes, and of who ends unasked. */
public final class StartedCluster implements SystemUnderTest, TestedCluster {
    private static final long TO_COME_UP_SECONDS = 30;
    private static final long MAX_TURN_MILLIS = 50;

    private final BlockingQueue<Boolean> came = new ArrayBlockingQueue<>(1);
    private final BlockingQueue<Runnable> owned = new LinkedBlockingQueue<>();
    private final Map<NodeId, String> ended = new TreeMap<>();
    private final Map<NodeId, Address> addresses = new ConcurrentHashMap<>();
    private final StoreAccounts accounts = new StoreAccounts();
    private final long beganNanos = System.nanoTime();
    private final ClusterSettings settings;
    private final Rules rules;
    private final Live clocks;
    private final StepCluster cluster;
    private final LiveCluster live;
    private final FaultInjector faults;
    private DataWatcher watcher = DataWatcher.NONE;
    private long refusedFrames;

    /**
     * Starts it and lets its clocks go.
     *
     * @param clocks how the nodes' clocks and timers go
     * @param seed decides, with the links' faults, what happens to messages
     */
    public StartedCluster(ClusterSettings settings, Live clocks, long seed, Program program) {
        this(settings, settings.rules(), clocks, seed, program);
    }

    /** Starts it under rules of which the settings say the content alone. */
    public StartedCluster(ClusterSettings settings, Rules rules, Live clocks, long seed, Program program) {
        this.settings = settings;
        this.rules = rules;
        this.clocks = clocks;
        cluster = new ProcessCluster(
                members().nodes(), rules, store(), members().gateways(), ProcessPool.keepingNone(program), this::take);
        try {
            cluster.startAll();
            live = cluster.goLive(clocks, seed, this::run);
        } catch (NodeException e) {
            cluster.close();
            throw e;
        }
        faults = new FaultInjector(live, why -> {
            throw new NodeException(why); // that nobody asked for
        });
        follow();
    }

    private void run(Runnable work) {
        owned.add(work);
        came.offer(true);
    }

    @Override
    public long overtaken() {
        return live.overtaken();
    }

    @Override
    public long refusedFrames() {
        return refusedFrames;
    }

    @Override
    public String words() {
        return settings.words();
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
        return settings.members();
    }

    @Override
    public Rules rules() {
        return rules;
    }

    @Override
    public StoreKind store() {
        return settings.store();
    }

    @Override
    public long syncMillis() {
        return clocks.syncMillis();
    }

    @Override
    public boolean isUp(NodeId process) {
        return live.isUp(process);
    }

    @Override
    public StoreAccounts accounts() {
        return accounts;
    }

    @Override
    public void watch(DataWatcher newWatcher) {
        watcher = newWatcher;
        live.setDeliveryListener(newWatcher == DataWatcher.NONE ? DeliveryListener.NONE : newWatcher);
    }

    @Override
    public Map<Link, LinkCounts> counts() {
        return live.counts();
    }

    @Override
    public FaultSnapshot faults() {
        return faults.snapshot();
    }

    @Override
    public ActiveFault inject(Fault fault) {
        return faults.inject(fault, "check", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganNanos));
    }

    @Override
    public void heal(long number) {
        faults.heal(number);
    }

    @Override
    public void healEverything() {
        faults.healEverything();
    }

    @Override
    public Map<NodeId, CoreState> states() {
        Map<NodeId, CoreState> states = new TreeMap<>();
        live.nodes().stream().filter(live::isUp).forEach(node -> states.put(node, live.read(node)));
        return states;
    }

    @Override
    public void turn(long mostMillis) throws InterruptedException {
        came.poll(Math.max(mostMillis, 0), TimeUnit.MILLISECONDS);
        live.poll();
        for (Runnable work = owned.poll(); work != null; work = owned.poll()) {
            work.run();
        }
        Optional<NodeId> unasked = ended.keySet().stream()
                .filter(process -> !faults.isMeantToEnd(process))
                .findFirst();
        if (unasked.isPresent()) {
            throw new NodeException(unasked.get(), ended.get(unasked.get()));
        }
        ended.clear();
        faults.poll();
        follow();
    }

    private void follow() {
        for (NodeId process : members().all()) {
            if (live.isUp(process)) {
                addresses.put(process, RespClient.loopback(live.clientPort(process)));
            } else {
                addresses.remove(process);
            }
        }
    }

    @Override
    public void awaitAllUp() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_COME_UP_SECONDS);
        while (faults.isStarting() || !members().all().stream().allMatch(live::isUp)) {
            if (System.nanoTime() > deadline) {
                throw new NodeException(format(
                        "%s are not up %d s after everything was healed",
                        members().all().stream()
                                .filter(process -> !live.isUp(process))
                                .toList(),
                        TO_COME_UP_SECONDS));
            }
            turn(MAX_TURN_MILLIS);
        }
    }

    /** Takes note of an event: the clients know what they write, and a failure's message what was logged. */
    private void take(ClusterEvent event) {
        if (event instanceof ClusterEvent.SomethingCame) {
            came.offer(true);
        } else if (event instanceof ClusterEvent.NodeBegan began && began.isEmpty()) {
            accounts.begins(began.node(), System.nanoTime());
            watcher.emptied(began.node());
        } else if (event instanceof ClusterEvent.EntryTaken taken) {
            accounts.took(taken.node(), taken.entry(), System.nanoTime());
            watcher.reported(taken.node(), taken.entry());
        } else if (event instanceof ClusterEvent.ProcessDied died) {
            ended.put(died.process(), died.lastWords());
        } else if (event instanceof ClusterEvent.FrameRefused) {
            refusedFrames++;
        }
    }

    @Override
    public void close() {
        faults.close();
        cluster.close();
    }
}
