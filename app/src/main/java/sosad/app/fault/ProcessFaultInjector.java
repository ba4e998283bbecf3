package sosad.app.fault;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import sosad.app.cluster.LiveCluster;
import sosad.app.process.NodeException;
import sosad.message.DiskFault;
import sosad.model.NodeId;

/** Injects faults into processes, and heals them. */
final class ProcessFaultInjector {
    private final LiveCluster cluster;
    private final Map<NodeId, CompletableFuture<Void>> starting = new TreeMap<>();

    /** Nodes whose clock or disk was ever faulty: a process that starts or resumes may need the setting again. */
    private final Set<NodeId> tuned = new TreeSet<>();

    ProcessFaultInjector(LiveCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Injects a fault into a process.
     *
     * @param others what else is in force
     * @throws NodeException if it cannot be done to that process as it is now
     */
    void inject(NodeId process, ProcessFault what, Collection<ActiveFault> others) {
        check(process, what);
        Effect effect = what.kind().effect();
        if (effect == Effect.ENDS) {
            starting.remove(process); // that it does not come up is meant
        }
        what.inject(cluster, process, what.on(conditions(process, others)));
        if (effect == Effect.RESTARTS) {
            start(process, what instanceof ProcessFault.Wipe);
        } else if (effect == Effect.LASTS) {
            tuned.add(process);
        }
    }

    private void check(NodeId process, ProcessFault what) {
        if (cluster.gateways().contains(process) && what.kind().isForNodesAlone()) {
            throw new NodeException("%s is a gateway; %s applies only to nodes"
                    .formatted(process, what.kind().name()));
        }
        checkIsRunning(process);
        boolean needsItsAnswer =
                what.kind().isForNodesAlone() && !what.kind().effect().isMomentary();
        if (needsItsAnswer || what.kind().effect() == Effect.FREEZES) {
            checkIsUp(process);
        }
    }

    private void checkIsRunning(NodeId process) {
        if (!cluster.nodes().contains(process) && !cluster.gateways().contains(process)) {
            throw new NodeException("there is no %s".formatted(process));
        }
        if (!cluster.isRunning(process)) {
            throw new NodeException("%s is dead".formatted(process));
        }
    }

    /** @throws NodeException if the process does not run, is paused or is being started */
    void checkIsUp(NodeId process) {
        checkIsRunning(process);
        if (cluster.isPaused(process)) {
            throw new NodeException("%s is paused".formatted(process));
        }
        if (!cluster.isUp(process)) {
            throw new NodeException("%s is being started".formatted(process));
        }
    }

    /** Starts a process that does not run. */
    void start(NodeId process, boolean wipe) {
        starting.put(process, cluster.start(process, wipe));
    }

    /**
     * Heals a fault that stands in force no more.
     *
     * @return the numbers of others that are over with it
     */
    List<Long> heal(NodeId process, ProcessFault what, Collection<ActiveFault> others) {
        Effect effect = what.kind().effect();
        if (!effect.endsProcess()) {
            if (effect == Effect.FREEZES && cluster.isPaused(process)) {
                cluster.resume(process);
                tuneAnew(process, conditions(process, others));
            } else if (effect == Effect.LASTS && isUp(process)) {
                tuneAnew(process, conditions(process, others));
            }
            return List.of();
        }
        if (cluster.isRunning(process)) {
            if (what instanceof ProcessFault.Kill) {
                return List.of(); // somebody else has started it
            }
            cluster.kill(process); // it takes its time to end, or has not written yet
        }
        start(process, false);
        return others.stream()
                .filter(other -> other.takesOut(process))
                .map(ActiveFault::number)
                .toList();
    }

    private boolean isUp(NodeId process) {
        return cluster.isUp(process) && !cluster.isPaused(process);
    }

    /** Sends a node the state of its clock and disk. One that has just ended gets it when it is up again. */
    private void tuneAnew(NodeId node, NodeConditions conditions) {
        if (!tuned.contains(node)) {
            return;
        }
        try {
            conditions.set(cluster, node);
        } catch (NodeException e) {
            if (!cluster.isLost(node)) {
                throw e;
            }
        }
    }

    /** Returns what the faults in force make of a node's clock and disk; of several of a kind the last counts. */
    private static NodeConditions conditions(NodeId node, Collection<ActiveFault> inForce) {
        NodeConditions sum = NodeConditions.NONE;
        for (ActiveFault one : inForce) {
            if (one.isOn(node) && one.fault().what() instanceof ProcessFault what) {
                sum = what.on(sum);
            }
        }
        return sum;
    }

    boolean isStarting() {
        return !starting.isEmpty();
    }

    /**
     * Takes note of the processes that were started.
     *
     * @return why those did not come up that did not
     */
    List<String> poll(Collection<ActiveFault> inForce) {
        List<String> failures = new ArrayList<>();
        for (NodeId process : List.copyOf(starting.keySet())) {
            if (starting.get(process).isDone()) {
                try {
                    starting.remove(process).join();
                    if (isUp(process)) {
                        // a start ends what made its disk fail
                        tuneAnew(process, conditions(process, inForce).withDisk(DiskFault.State.WORKS));
                    }
                } catch (CompletionException e) {
                    failures.add(String.valueOf(e.getCause().getMessage()));
                } catch (NodeException e) {
                    failures.add(e.getMessage());
                }
            }
        }
        return failures;
    }
}
