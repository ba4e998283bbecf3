package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Scenario;

/** A scenario played from beginning to end on a cluster in memory, which comes out as on processes. */
public final class SimulatedPlay {
    private SimulatedPlay() {}

    /** Returns the history of the whole scenario. */
    public static History of(Scenario scenario) {
        ClusterPlan plan = scenario.cluster();
        SimulatedCluster cluster =
                new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        cluster.startAll();
        List<Snapshot> snapshots = new ArrayList<>();
        new StepRun(scenario, cluster, snapshots::add).playAll();
        return History.of(snapshots);
    }
}
