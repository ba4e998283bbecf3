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
import java.util.function.ToLongFunction;
import sosad.app.cluster.LiveCluster;
import sosad.app.cluster.NodeException;
import sosad.message.DiskFault;
import sosad.model.NodeId;

/** Does to processes what faults say, and heals it. */
final class ProcessTroubles {
    private final LiveCluster cluster;
    private final Map<NodeId, CompletableFuture<Void>> starting = new TreeMap<>();

    /** Nodes whose clock or disk was ever touched: a process that starts or goes on may have to be told anew. */
    private final Set<NodeId> tuned = new TreeSet<>();

    ProcessTroubles(LiveCluster cluster) {
        this.cluster = cluster;
    }

    /**
     * Does something to a process.
     *
     * @param others what else is in force
     * @throws NodeException if it cannot be done to that process as it is now
     */
    void strike(NodeId process, ProcessFault what, Collection<InForce> others) {
        check(process, what);
        if (what instanceof ProcessFault.Kill) {
            starting.remove(process); // that it does not come up is meant
            cluster.kill(process);
        } else if (what instanceof ProcessFault.Terminate) {
            starting.remove(process);
            cluster.terminate(process);
        } else if (what instanceof ProcessFault.Pause) {
            cluster.pause(process);
        } else if (what.isMomentary()) {
            cluster.kill(process);
            start(process, what instanceof ProcessFault.Wipe);
        } else if (what instanceof ProcessFault.FailDisk) {
            cluster.disk(process, new DiskFault(slowness(process, others), DiskFault.State.FAILS));
        } else if (what instanceof ProcessFault.FullDisk) {
            cluster.disk(process, new DiskFault(slowness(process, others), DiskFault.State.FULL));
        } else {
            tune(process, what, others);
            tuned.add(process);
        }
    }

    private void tune(NodeId node, ProcessFault what, Collection<InForce> others) {
        if (what instanceof ProcessFault.Skew skew) {
            cluster.skew(node, skew.millis());
        } else if (what instanceof ProcessFault.Drift drift) {
            cluster.drift(node, drift.partsPerMillion());
        } else if (what instanceof ProcessFault.SlowDisk disk) {
            cluster.disk(node, new DiskFault(disk.millis(), diskState(node, others)));
        }
    }

    private void check(NodeId process, ProcessFault what) {
        if (cluster.gateways().contains(process) && what.isForNodesAlone()) {
            throw new NodeException("%s is a gateway; %s happens to nodes alone".formatted(process, what.kind()));
        }
        checkIsRunning(process);
        boolean needsItsAnswer = what.isForNodesAlone() && !what.isMomentary();
        if (needsItsAnswer || what instanceof ProcessFault.Pause) {
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
    List<Long> heal(NodeId process, ProcessFault what, Collection<InForce> others) {
        if (what instanceof ProcessFault.Pause) {
            if (cluster.isPaused(process)) {
                cluster.resume(process);
                tuneAnew(process, diskState(process, others), others);
            }
            return List.of();
        }
        if (!isEndedByStart(what)) {
            if (isUp(process)) {
                tuneAnew(process, diskState(process, others), others);
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
                .filter(other -> other.fault() instanceof Fault.OnProcess one
                        && one.process().equals(process)
                        && (isEndedByStart(one.what()) || one.what() instanceof ProcessFault.Pause))
                .map(InForce::number)
                .toList();
    }

    /** Whether it is over when the process is started again. */
    private static boolean isEndedByStart(ProcessFault what) {
        return what instanceof ProcessFault.Kill
                || what instanceof ProcessFault.Terminate
                || what instanceof ProcessFault.FailDisk
                || what instanceof ProcessFault.FullDisk;
    }

    private boolean isUp(NodeId process) {
        return cluster.isUp(process) && !cluster.isPaused(process);
    }

    /**
     * Tells a node how its clock and disk are by the faults in force; of several of a kind the last counts. One that
     * has just ended is told when it is up again.
     */
    private void tuneAnew(NodeId node, DiskFault.State disk, Collection<InForce> inForce) {
        if (!tuned.contains(node)) {
            return;
        }
        try {
            cluster.skew(node, last(node, ProcessFault.Skew.class, ProcessFault.Skew::millis, inForce));
            cluster.drift(
                    node, (int) last(node, ProcessFault.Drift.class, ProcessFault.Drift::partsPerMillion, inForce));
            cluster.disk(node, new DiskFault(slowness(node, inForce), disk));
        } catch (NodeException e) {
            if (!cluster.isLost(node)) {
                throw e;
            }
        }
    }

    private static int slowness(NodeId node, Collection<InForce> inForce) {
        return (int) last(node, ProcessFault.SlowDisk.class, ProcessFault.SlowDisk::millis, inForce);
    }

    /** What becomes of a write to a node's disk by the faults in force. */
    private static DiskFault.State diskState(NodeId node, Collection<InForce> inForce) {
        DiskFault.State state = DiskFault.State.WORKS;
        for (InForce one : inForce) {
            if (one.fault() instanceof Fault.OnProcess on && on.process().equals(node)) {
                if (on.what() instanceof ProcessFault.FailDisk) {
                    state = DiskFault.State.FAILS;
                } else if (on.what() instanceof ProcessFault.FullDisk) {
                    state = DiskFault.State.FULL;
                }
            }
        }
        return state;
    }

    private static <T extends ProcessFault> long last(
            NodeId node, Class<T> kind, ToLongFunction<T> amount, Collection<InForce> inForce) {
        return inForce.stream()
                .filter(one -> one.fault() instanceof Fault.OnProcess on
                        && on.process().equals(node)
                        && kind.isInstance(on.what()))
                .mapToLong(one -> amount.applyAsLong(kind.cast(one.fault().what())))
                .reduce(0, (earlier, later) -> later);
    }

    /** Whether something that ends a process by itself is in force on it. */
    static boolean isMeantToEnd(NodeId process, Collection<InForce> inForce) {
        return inForce.stream()
                .anyMatch(one -> one.fault() instanceof Fault.OnProcess on
                        && on.process().equals(process)
                        && isEndedByStart(on.what()));
    }

    boolean isStarting() {
        return !starting.isEmpty();
    }

    /**
     * Takes note of the processes that were started.
     *
     * @return why those did not come up that did not
     */
    List<String> poll(Collection<InForce> inForce) {
        List<String> failures = new ArrayList<>();
        for (NodeId process : List.copyOf(starting.keySet())) {
            if (starting.get(process).isDone()) {
                try {
                    starting.remove(process).join();
                    if (isUp(process)) {
                        tuneAnew(process, DiskFault.State.WORKS, inForce); // a start ends what made it fail
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
