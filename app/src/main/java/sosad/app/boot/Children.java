package sosad.app.boot;

import sosad.app.cluster.Cluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.Program;
import sosad.app.scenario.ClusterPlan;

/** The clusters that a lab starts: real processes. */
final class Children {
    private Children() {}

    /** A cluster that is not started yet. */
    static Cluster cluster(ClusterPlan plan, Cluster.Listener listener) {
        return new ProcessCluster(
                plan.nodes(),
                plan.rules(),
                plan.store(),
                plan.gatewayNames(),
                Program.find().forLessons(),
                listener);
    }
}
