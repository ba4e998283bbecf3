package sosad.app.check.nemesis;

import sosad.app.check.StartedCluster;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.load.Workload;
import sosad.app.process.Program;
import sosad.message.Live;

/**
 * Tries a cluster of its own: lets clients write and read while a plan of faults is carried out, and compares what is
 * held in the end with what clients were told. To be used on one thread.
 */
public final class Trial implements AutoCloseable {
    private final TrialSettings settings;
    private final StartedCluster cluster;
    private final Workload workload;
    private final NemesisRun run;

    /** Starts the cluster; it is left in peace until {@link #run}. */
    public Trial(TrialSettings settings, FaultPlan plan, Program program, NemesisListener listener) {
        this(settings, plan, program, listener, Live.since(System.currentTimeMillis()));
    }

    /** @param clocks how the nodes' clocks and timers go */
    Trial(TrialSettings settings, FaultPlan plan, Program program, NemesisListener listener, Live clocks) {
        this.settings = settings;
        this.cluster = new StartedCluster(settings.cluster(), clocks, settings.seed(), program);
        this.workload = new Workload(cluster.servers(), cluster.gateways(), settings.writesPerSecond());
        this.run = new NemesisRun(cluster, plan, settings.seed(), workload, "", listener);
    }

    /** @throws sosad.app.process.NodeException if a process fails in a way that the plan did not ask for */
    public TrialResult run() throws InterruptedException {
        return run.run(settings.duration());
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
}
