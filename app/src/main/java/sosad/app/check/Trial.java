package sosad.app.check;

import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.FaultInjector;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.fault.plan.PlanRun;
import sosad.app.load.Workload;
import sosad.app.load.Workload.Tally;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.message.Live;

/**
 * Tries a cluster: lets clients write and read while a plan of faults is carried out, heals everything, waits until all
 * nodes hold the same, and compares that with what clients were told. To be used on one thread.
 */
public final class Trial implements AutoCloseable {
    /** Within how many sync intervals after the heal all nodes must hold the same. */
    public static final int SYNCS_TO_CONVERGE = 10;

    private static final long MAX_TURN_MILLIS = 50;
    private static final long COUNT_EVERY_MILLIS = 5_000;
    private static final long FIRST_LOOK_MILLIS = 20;
    private static final long MAX_LOOK_MILLIS = 500;

    private final TrialSettings settings;
    private final FaultPlan plan;
    private final TrialListener listener;
    private final Live clocks;
    private final StartedCluster cluster;
    private final LiveCluster live;
    private final FaultInjector faults;
    private final PlanRun run;
    private final Workload workload;
    private int notDone;

    /** Starts the cluster; it is left in peace until {@link #run}. */
    public Trial(TrialSettings settings, FaultPlan plan, Program program, TrialListener listener) {
        this(settings, plan, program, listener, Live.since(System.currentTimeMillis()));
    }

    /** @param clocks how the nodes' clocks and timers go */
    Trial(TrialSettings settings, FaultPlan plan, Program program, TrialListener listener, Live clocks) {
        this.settings = settings;
        this.clocks = clocks;
        this.plan = plan;
        this.listener = listener;
        this.cluster = new StartedCluster(settings.cluster(), clocks, settings.seed(), program);
        this.live = cluster.live();
        this.faults = cluster.injector();
        this.run = new PlanRun(plan, settings.members(), settings.seed(), faults);
        this.workload = new Workload(live.nodes(), live.gateways(), settings.writesPerSecond());
    }

    /** @throws NodeException if a process fails in a way that the plan did not ask for */
    public TrialResult run() throws InterruptedException {
        workload.start();
        carryOut();
        workload.stop();
        faults.healEverything();
        cluster.awaitAllUp();
        listener.healed();
        return result();
    }

    private void carryOut() throws InterruptedException {
        long began = System.nanoTime();
        long nextCount = COUNT_EVERY_MILLIS;
        for (long now = 0; now < settings.duration().toMillis(); now = since(began)) {
            for (PlanEvent event : run.tick(now)) {
                notDone += event.whyNot().isPresent() ? 1 : 0;
                listener.happened(event);
            }
            if (now >= nextCount) {
                listener.counted(now, workload.tally());
                nextCount += COUNT_EVERY_MILLIS;
            }
            long due = run.nextDueMillis().orElse(Long.MAX_VALUE) - now;
            turn(Math.min(due, MAX_TURN_MILLIS));
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private void turn(long mostMillis) throws InterruptedException {
        cluster.turn(mostMillis);
        workload.follow(live);
    }

    /** Looks at the nodes, ever less often, until they agree or should have. */
    private TrialResult result() throws InterruptedException {
        long healed = System.nanoTime();
        long deadline = (long) SYNCS_TO_CONVERGE * clocks.syncMillis();
        long pause = FIRST_LOOK_MILLIS;
        while (true) {
            long looked = since(healed);
            LastLook look = look();
            if (look.agreement().isFull() || looked > deadline) {
                return result(look.agreement().isFull() ? OptionalLong.of(looked) : OptionalLong.empty(), look);
            }
            pause(pause);
            pause = Math.min(2 * pause, MAX_LOOK_MILLIS);
        }
    }

    private void pause(long millis) throws InterruptedException {
        long began = System.nanoTime();
        for (long left = millis; left > 0; left = millis - since(began)) {
            turn(left);
        }
    }

    private LastLook look() {
        return new LastLook(cluster.states(), settings.rules());
    }

    private TrialResult result(OptionalLong after, LastLook look) {
        Tally tally = workload.tally();
        return new TrialResult(
                plan.title(),
                settings.seed(),
                settings.content(),
                faults.snapshot().injected(),
                notDone,
                plan.neverWithin(settings.duration()),
                live.counts().values().stream().reduce(LinkCounts.NONE, LinkCounts::plus),
                cluster.refusedFrames(),
                tally,
                after,
                look.agreement(),
                look.outlook(),
                after.isPresent() ? 0 : look.owedPushes(),
                look.most(),
                look.absences(workload, cluster.accounts()),
                look.forgotten(cluster.accounts()),
                Stream.concat(tally.wrongReads().stream(), look.foreign(workload).stream())
                        .distinct()
                        .toList());
    }

    /** Ends the clients and the cluster, whatever they are doing. */
    @Override
    public void close() {
        try {
            workload.close();
        } finally {
            cluster.close();
        }
    }

    /** Is told how a trial goes on. */
    public interface TrialListener {
        /** The plan has done something, or could not. */
        default void happened(PlanEvent event) {}

        /** Reports the replies to clients so far. */
        default void counted(long atMillis, Tally tally) {}

        /** Everything is healed; from now on it is waited for the nodes to agree. */
        default void healed() {}
    }
}
