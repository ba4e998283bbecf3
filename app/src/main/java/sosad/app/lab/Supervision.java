package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import sosad.app.cluster.Cluster;
import sosad.app.cluster.LiveCluster;
import sosad.app.history.NodeState.Status;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.process.NodeException;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ClusterPlan;
import sosad.app.supervisor.Supervisor;
import sosad.app.supervisor.Supervisor.HealthChange;
import sosad.model.NodeId;

/**
 * Connects the supervisor to a running cluster: heartbeats over the control connections, and processes started again.
 * Used by the lab's thread alone. Nothing but a restart changes the run.
 */
final class Supervision {
    private final Cluster cluster;
    private final Consumer<Runnable> later;
    private final Consumer<LabEvent> listener;
    private final Consumer<NodeId> starter;
    private final Supervisor supervisor;

    /**
     * @param later runs what it is given on the lab's thread
     * @param starter starts a process, ending it first if it hangs; may throw {@link ActionFailure} or
     *     {@link NodeException} if that cannot be done
     */
    Supervision(
            ClusterPlan plan,
            Cluster cluster,
            Consumer<Runnable> later,
            Consumer<LabEvent> listener,
            Consumer<NodeId> starter) {
        this.cluster = cluster;
        this.later = later;
        this.listener = listener;
        this.starter = starter;
        List<NodeId> processes = new ArrayList<>(plan.nodes());
        processes.addAll(plan.gatewayNames());
        this.supervisor = new Supervisor(processes);
    }

    /** Sets whether processes that are down are restarted. */
    void restart(boolean automatically) {
        supervisor.restart(automatically);
        tell();
    }

    /** Sends heartbeats and starts what is due. */
    void look() {
        long now = TimeUnit.NANOSECONDS.toMillis(System.nanoTime());
        for (NodeId process : supervisor.tick(now)) {
            cluster.heartbeat(process)
                    .whenComplete((answer, failure) -> later.accept(() -> heard(process, failure == null)));
        }
        tell();
        for (NodeId process : supervisor.due(now)) {
            try {
                starter.accept(process);
            } catch (ActionFailure | NodeException e) {
                supervisor.notStarted(process, e.getMessage());
            }
        }
        tell();
    }

    private void heard(NodeId process, boolean answered) {
        if (answered) {
            supervisor.answered(process);
        } else {
            supervisor.unreached(process);
        }
        tell();
    }

    /**
     * Sees whether the processes have come up that are being started on a live cluster, where nobody waits for that.
     */
    void follow(LiveCluster live) {
        for (NodeId process : supervisor.starting()) {
            if (live.isUp(process)) {
                supervisor.started(process);
            } else if (!live.isRunning(process)) {
                supervisor.notStarted(process, "it was started and has not come up");
            }
        }
        tell();
    }

    /** Informs the supervisor which processes an event has ended, paused or brought back. */
    void happened(RunEvent event) {
        if (event instanceof RunEvent.Killed killed) {
            supervisor.ended(killed.node());
        } else if (event instanceof RunEvent.Died died) {
            supervisor.ended(died.node());
        } else if (event instanceof RunEvent.Started started) {
            supervisor.started(started.node());
        } else if (event instanceof RunEvent.Paused paused) {
            supervisor.paused(paused.node());
        } else if (event instanceof RunEvent.Resumed resumed) {
            supervisor.resumed(resumed.node());
        }
        tell();
    }

    /** The same of what a look at a live cluster shows. */
    void follow(Snapshot before, Snapshot now) {
        now.gateways().forEach(gateway -> {
            if (gateway.hasProcess() != before.hasProcess(gateway.id())) {
                happened(gateway.hasProcess() ? new RunEvent.Started(gateway.id()) : new RunEvent.Killed(gateway.id()));
            }
        });
        now.nodes().forEach(node -> {
            Status was = before.node(node.id()).status();
            if (node.status() != was) {
                happened(change(node.id(), was, node.status()));
            }
        });
    }

    private static RunEvent change(NodeId node, Status was, Status is) {
        return switch (is) {
            case DEAD -> new RunEvent.Killed(node);
            case PAUSED -> new RunEvent.Paused(node);
            case UP -> was == Status.PAUSED ? new RunEvent.Resumed(node) : new RunEvent.Started(node);
        };
    }

    private void tell() {
        List<HealthChange> changes = supervisor.takeChanges();
        if (!changes.isEmpty()) {
            changes.forEach(change -> listener.accept(new LabEvent.Logged(change.sentence())));
            listener.accept(new LabEvent.HealthChanged(supervisor.healths()));
        }
    }
}
