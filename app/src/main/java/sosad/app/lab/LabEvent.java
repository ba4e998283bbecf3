package sosad.app.lab;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;
import sosad.model.NodeId;

/** An event of a lab: lines of the log on any thread, all others on the lab's own. A listener must return quickly. */
public sealed interface LabEvent {
    /**
     * A cluster is being started, until {@link Opened}.
     *
     * @param what that it is, in words
     * @param meanwhile when going back, the record of the run up to where it goes, which can be shown until then
     */
    record Opening(Scenario scenario, String what, Optional<History> meanwhile) implements LabEvent {}

    /** A cluster stands ready, at the start or where Back went. */
    record Opened(Scenario scenario, History history) implements LabEvent {}

    /**
     * Something happened; {@code history} ends with it. The snapshots in which a step acts, if it does so briefly, are
     * reported together with the one in which its messages are in flight.
     */
    record Happened(History history) implements LabEvent {}

    /** A live cluster as it is now; {@code history} ends with it, in place of what stood there before. */
    record LiveUpdate(History history, LiveState state) implements LabEvent {
        /** Returns this look with the part of an earlier one that has not been shown yet. */
        public LiveUpdate after(LiveUpdate unseen) {
            return new LiveUpdate(history, state.after(unseen.state));
        }
    }

    /** The branches of the lesson, or where the run stands on them, are others than before. */
    record BranchesChanged(RunTree tree) implements LabEvent {}

    /** The supervisor's present opinion of every process. */
    record HealthChanged(Map<NodeId, Health> healths) implements LabEvent {
        public HealthChanged {
            healths = Map.copyOf(healths);
        }
    }

    /** The breakpoints of the lesson that is open, as they are now. */
    record BreakpointsChanged(List<BreakpointState> all) implements LabEvent {
        public BreakpointsChanged {
            all = List.copyOf(all);
        }
    }

    /** The event told last, or one of those told together with it, has hit breakpoints; the clocks stand still. */
    record BreakpointsHit(List<BreakpointHit> hits) implements LabEvent {
        public BreakpointsHit {
            hits = List.copyOf(hits);
        }
    }

    /** A run was repeated, and its tables are not those that were recorded. */
    record Differed(RunDifference difference) implements LabEvent {}

    /** Something failed that the user should see: what and where, and what to do. */
    record Failed(String what, String remedy) implements LabEvent {}

    /** A line for the log pane. */
    record Logged(String line) implements LabEvent {}
}
