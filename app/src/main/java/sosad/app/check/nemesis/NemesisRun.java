package sosad.app.check.nemesis;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sosad.app.check.LastLook;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.fault.plan.PlanRun;
import sosad.app.load.Workload;
import sosad.app.load.Workload.Tally;
import sosad.model.NodeId;

/**
 * Workload × nemesis × checker: clients write and read while a plan of faults is carried out, everything is healed, it
 * is waited for all nodes to hold the same, and that is compared with what clients were told and what the rules make of
 * it. To be used once, on the thread that owns the cluster.
 */
final class NemesisRun {
    /** Within how many sync intervals after the heal all nodes must hold the same. */
    static final int SYNCS_TO_CONVERGE = 10;

    private static final long MAX_TURN_MILLIS = 50;
    private static final long COUNT_EVERY_MILLIS = 5_000;
    private static final long FIRST_LOOK_MILLIS = 20;
    private static final long MAX_LOOK_MILLIS = 500;

    private final SystemUnderTest system;
    private final TestedCluster cluster;
    private final FaultPlan plan;
    private final long seed;
    private final Workload workload;
    private final String keyPrefix;
    private final NemesisListener listener;
    private final Map<String, Long> injected = new TreeMap<>();
    private final LinkCounts before;
    private int notDone;
    private LastLook lastLook;

    /**
     * A run that has not begun.
     *
     * @param system one of our own clusters
     * @param keyPrefix what all keys begin with that count; empty: nobody else writes
     */
    NemesisRun(
            SystemUnderTest system,
            FaultPlan plan,
            long seed,
            Workload workload,
            String keyPrefix,
            NemesisListener listener) {
        this.system = system;
        this.cluster = system.cluster().orElseThrow();
        this.plan = plan;
        this.seed = seed;
        this.workload = workload;
        this.keyPrefix = keyPrefix;
        this.listener = listener;
        this.before = messages();
    }

    /**
     * Runs.
     *
     * @param duration for how long the plan is carried out
     * @throws sosad.app.process.NodeException if a process fails in a way that the plan did not ask for
     */
    TrialResult run(Duration duration) throws InterruptedException {
        FaultBands bands = new FaultBands(workload.beganNanos());
        follow();
        workload.start();
        carryOut(duration, bands);
        workload.stop();
        listener.ended();
        cluster.healEverything();
        bands.end().forEach(listener::faulted);
        cluster.awaitAllUp();
        listener.healed();
        return result(duration);
    }

    /** Returns what the nodes held last. */
    LastLook lastLook() {
        return lastLook;
    }

    private void carryOut(Duration duration, FaultBands bands) throws InterruptedException {
        PlanRun nemesis = new PlanRun(plan, cluster.members(), seed, new ClusterFaults(cluster));
        long began = System.nanoTime();
        long nextCount = COUNT_EVERY_MILLIS;
        for (long now = 0; now < duration.toMillis(); now = since(began)) {
            for (PlanEvent event : nemesis.tick(now)) {
                count(event);
                listener.happened(event);
                bands.of(event).ifPresent(listener::faulted);
            }
            listener.passed(now);
            if (now >= nextCount) {
                listener.counted(now, workload.tally());
                nextCount += COUNT_EVERY_MILLIS;
            }
            long due = nemesis.nextDueMillis().orElse(Long.MAX_VALUE) - now;
            turn(Math.min(due, MAX_TURN_MILLIS));
        }
    }

    private void count(PlanEvent event) {
        if (event.whyNot().isPresent()) {
            notDone++;
        } else if (event.what() == PlanEvent.What.INJECT) {
            injected.merge(event.fault().kind().name(), 1L, Long::sum);
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private void turn(long mostMillis) throws InterruptedException {
        system.turn(mostMillis);
        follow();
    }

    /** Tells the clients where the processes are now. */
    private void follow() {
        for (NodeId process : cluster.members().all()) {
            system.address(process)
                    .ifPresentOrElse(
                            address -> workload.connect(process, address.port()), () -> workload.disconnect(process));
        }
    }

    /** Looks at the nodes, ever less often, until they agree or should have. */
    private TrialResult result(Duration duration) throws InterruptedException {
        long healed = System.nanoTime();
        long deadline = SYNCS_TO_CONVERGE * cluster.syncMillis();
        long pause = FIRST_LOOK_MILLIS;
        while (true) {
            long looked = since(healed);
            lastLook = new LastLook(
                    cluster.states(), cluster.rules(), key -> key.text().startsWith(keyPrefix));
            if (lastLook.agreement().isFull() || looked > deadline) {
                return result(duration, lastLook.agreement().isFull() ? OptionalLong.of(looked) : OptionalLong.empty());
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

    private TrialResult result(Duration duration, OptionalLong after) {
        Tally tally = workload.tally();
        return new TrialResult(
                plan.title(),
                seed,
                cluster.rules().content(),
                injected,
                notDone,
                plan.neverWithin(duration),
                messages().minus(before),
                cluster.refusedFrames(),
                tally,
                after,
                lastLook.agreement(),
                lastLook.outlook(),
                after.isPresent() ? 0 : lastLook.owedPushes(),
                lastLook.most(),
                lastLook.absences(workload, cluster.accounts()),
                lastLook.forgotten(cluster.accounts()),
                Stream.concat(tally.wrongReads().stream(), lastLook.foreign(workload).stream())
                        .distinct()
                        .toList());
    }

    private LinkCounts messages() {
        return cluster.counts().values().stream().reduce(LinkCounts.NONE, LinkCounts::plus);
    }
}
