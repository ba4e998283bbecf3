package sosad.app.lab;

import static java.util.stream.Collectors.joining;
import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord;
import sosad.model.NodeId;

/**
 * A repetition of a run whose tables are not those that were recorded.
 *
 * @param run the run as it was recorded
 * @param inputs how many of its inputs were repeated; the last one may have been repeated in part
 * @param recorded the first moment that differs, as it was recorded
 * @param found the same moment as it was repeated
 */
public record RunDifference(PlayedRun run, int inputs, Snapshot recorded, Snapshot found) {
    public RunDifference {
        Objects.requireNonNull(run);
        Objects.requireNonNull(recorded);
        Objects.requireNonNull(found);
    }

    /**
     * Looks whether a repetition has come to the recorded tables.
     *
     * @param inputs how many inputs were repeated; after those before the last one there was no difference
     * @param goal where the repetition stands, as it was recorded
     */
    static Optional<RunDifference> of(PlayedRun run, int inputs, Snapshot goal, History repeated) {
        if (differing(goal, repeated.present()).isEmpty()) {
            return Optional.empty();
        }
        int same = inputs < 2 ? 0 : run.inputs().get(inputs - 2).after().index();
        int end = Math.min(goal.index(), repeated.present().index());
        int done = Math.min(inputs, run.inputs().size());
        return Optional.of(IntStream.range(same, end)
                .filter(event ->
                        !differing(run.history().at(event), repeated.at(event)).isEmpty())
                .mapToObj(event -> new RunDifference(run, done, run.history().at(event), repeated.at(event)))
                .findFirst()
                .orElseGet(() -> new RunDifference(run, done, goal, repeated.present())));
    }

    private static List<NodeId> differing(Snapshot one, Snapshot other) {
        List<NodeState> here = RunRecord.comparable(one);
        List<NodeState> there = RunRecord.comparable(other);
        return IntStream.range(0, here.size())
                .filter(i -> !here.get(i).equals(there.get(i)))
                .mapToObj(i -> here.get(i).id())
                .toList();
    }

    /** Returns the nodes whose tables differ. */
    public List<NodeId> nodes() {
        return differing(recorded, found);
    }

    /** Returns where it is, for the user. */
    public String sentence() {
        return format(
                "The run did not come out as recorded: at event %d, T = %d, the tables of %s differ.",
                recorded.index(),
                recorded.time(),
                nodes().stream().map(NodeId::name).collect(joining(", ")));
    }
}
