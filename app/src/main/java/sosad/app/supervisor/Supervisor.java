package sosad.app.supervisor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import sosad.model.NodeId;

/**
 * Watches over all processes of a cluster, without a clock, threads or connections of its own: it is told what is heard
 * and what time it is, and says what it thinks and what is to be done. Used by one thread.
 */
public final class Supervisor {
    /** The interval at which {@link #tick} must be called. */
    public static final long TICK_MILLIS = 500;

    private final Map<NodeId, HealthTracker> trackers = new TreeMap<>();
    private final List<HealthChange> changes = new ArrayList<>();
    private boolean restarting;

    /** @param processes the nodes and gateways; all of them run */
    public Supervisor(Collection<NodeId> processes) {
        processes.forEach(process -> trackers.put(process, new HealthTracker(process)));
    }

    /** Sets whether processes that are down are restarted; at first they are not. */
    public void restart(boolean automatically) {
        restarting = automatically;
        if (!automatically) {
            trackers.values().forEach(tracker -> tracker.cancelRestart().ifPresent(changes::add));
        }
    }

    /**
     * Time has gone on.
     *
     * @return the processes to which a heartbeat is to be sent now
     */
    public List<NodeId> tick(long nowMillis) {
        List<NodeId> asked = new ArrayList<>();
        trackers.forEach((process, tracker) -> {
            note(tracker.look(nowMillis));
            if (restarting) {
                note(tracker.plan(nowMillis));
            }
            if (tracker.wantsHeartbeat()) {
                tracker.asked(nowMillis);
                asked.add(process);
            }
        });
        return asked;
    }

    /**
     * The processes that are to be started now, each named once; one that still runs hangs and is to be killed first.
     * The starter reports the outcome by {@link #started}, {@link #ended} and {@link #notStarted}.
     */
    public List<NodeId> due(long nowMillis) {
        return trackers.entrySet().stream()
                .filter(tracker -> tracker.getValue().isDue(nowMillis))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** A process has answered its heartbeat. */
    public void answered(NodeId process) {
        note(trackers.get(process).answered());
    }

    /** A heartbeat could not be delivered to its process, or the process has ended before it answered. */
    public void unreached(NodeId process) {
        trackers.get(process).unreached();
    }

    /** A process was frozen on purpose. */
    public void paused(NodeId process) {
        note(trackers.get(process).pause());
    }

    /** A frozen process goes on. */
    public void resumed(NodeId process) {
        trackers.get(process).resume();
    }

    /** A process has ended, by itself or because somebody ended it. */
    public void ended(NodeId process) {
        note(trackers.get(process).ended());
    }

    /** A process that had ended runs again. */
    public void started(NodeId process) {
        note(trackers.get(process).started());
    }

    /**
     * A process that was {@link #due} did not come up.
     *
     * @param why a sentence without its end
     */
    public void notStarted(NodeId process, String why) {
        note(trackers.get(process).notStarted(why));
    }

    /** The processes that were {@link #due}, and of which it is not known yet whether they come up. */
    public List<NodeId> starting() {
        return trackers.entrySet().stream()
                .filter(tracker -> tracker.getValue().isStarting())
                .map(Map.Entry::getKey)
                .toList();
    }

    private void note(Optional<HealthChange> change) {
        change.ifPresent(changes::add);
    }

    /** Returns what has changed since this was asked last, in order. */
    public List<HealthChange> takeChanges() {
        List<HealthChange> taken = List.copyOf(changes);
        changes.clear();
        return taken;
    }

    /** Returns what is thought of each process now. */
    public Map<NodeId, Health> healths() {
        Map<NodeId, Health> healths = new TreeMap<>();
        trackers.forEach((process, tracker) -> healths.put(process, tracker.health()));
        return healths;
    }

    /**
     * The supervisor thinks otherwise of a process than before.
     *
     * @param process the node or gateway
     * @param why what it goes by, a sentence without its end
     */
    public record HealthChange(NodeId process, Health health, String why) {
        /** Such as {@code Supervisor: B is suspected: it has not answered for 1.0 s.} */
        public String sentence() {
            return "Supervisor: %s is %s: %s.".formatted(process, health.word(), why);
        }
    }
}
