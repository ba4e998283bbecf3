package sosad.app.lab;

import java.util.Optional;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.ProcessPool;
import sosad.app.cluster.Program;
import sosad.app.scenario.ClusterPlan;

/** The clusters of lessons: real processes, which serve one run after the other. */
public final class ProcessClusters implements LabActor.ClusterFactory {
    private Optional<ProcessPool> pool = Optional.empty();

    /**
     * Starts processes for such a cluster ahead of it.
     *
     * @throws sosad.app.cluster.NodeException if the nodes' program is not where it belongs
     */
    public void prepare(ClusterPlan plan) {
        pool().prepare(plan.nodes().size() + plan.gatewayNames().size());
    }

    /** @throws sosad.app.cluster.NodeException if the nodes' program is not where it belongs */
    @Override
    public Cluster create(ClusterPlan plan, Cluster.Listener listener) {
        prepare(plan);
        return new ProcessCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames(), pool(), listener);
    }

    private synchronized ProcessPool pool() {
        if (pool.isEmpty()) {
            pool = Optional.of(ProcessPool.of(Program.find().forLessons()));
        }
        return pool.get();
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(ProcessPool::close);
        pool = Optional.empty();
    }
}
