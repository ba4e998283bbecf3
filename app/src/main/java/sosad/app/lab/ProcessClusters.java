package sosad.app.lab;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import sosad.app.cluster.ClientPorts;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.ProcessCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.process.ProcessPool;
import sosad.app.process.Program;
import sosad.app.scenario.ClusterPlan;

/** The clusters of lessons: real processes, which serve one run after the other. */
public final class ProcessClusters implements LabActor.ClusterFactory {
    private final UnaryOperator<Program> kind;
    private Optional<ProcessPool> pool = Optional.empty();
    private ClientPorts ports = new ClientPorts();

    /** Clusters without a window. */
    public ProcessClusters() {
        this(Program::forLessons);
    }

    private ProcessClusters(UnaryOperator<Program> kind) {
        this.kind = kind;
    }

    /** Returns clusters whose processes give way to the window. */
    public static ProcessClusters besideWindow() {
        return new ProcessClusters(program -> program.forLessons().besideWindow());
    }

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
    public StepCluster create(ClusterPlan plan, Consumer<ClusterEvent> listener) {
        prepare(plan);
        ProcessCluster cluster = new ProcessCluster(
                plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames(), pool(), ports, listener);
        cluster.recordLiveTime();
        return cluster;
    }

    @Override
    public void forgetPorts() {
        ports = new ClientPorts();
    }

    private synchronized ProcessPool pool() {
        if (pool.isEmpty()) {
            pool = Optional.of(ProcessPool.of(kind.apply(Program.find())));
        }
        return pool.get();
    }

    @Override
    public synchronized void close() {
        pool.ifPresent(ProcessPool::close);
        pool = Optional.empty();
    }
}
