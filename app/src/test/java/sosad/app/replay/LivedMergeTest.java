package sosad.app.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.engine.EngineSnapshot;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.protocol.ReplicaSnapshot;

/** The records of two nodes that never meet; those of real clusters are merged in {@code LivedRunIT}. */
class LivedMergeTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final int WRITES = 100;

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws IOException {
        Files.write(folder.resolve("A-1-0001.sosadrec"), OneNodeRecord.of(A, WRITES, true));
        Files.write(folder.resolve("B-1-0001.sosadrec"), OneNodeRecord.of(B, WRITES, true));
    }

    private LivedRun merged(int most) {
        return LivedMerge.of(
                List.of(A, B), Set.of(A, B), Stretch.in(List.of(folder)), Set.of(), LossReasons.UNKNOWN, 3, most);
    }

    @Test
    void theWritesOfAllNodesStandInTheOrderOfTheirTimes() {
        LivedRun run = merged(LivedMerge.MAX_MOMENTS);
        List<LivedMoment> writes = run.moments().stream()
                .filter(moment -> moment.what() instanceof RunEvent.Wrote)
                .toList();
        assertThat(writes).hasSize(2 * WRITES);
        assertThat(writes).extracting(LivedMoment::epochMillis).isSorted();
        assertThat(run.begin()).allMatch(node -> node.entries().isEmpty() && node.status() == NodeState.Status.UP);
        LivedMoment third = writes.get(2);
        assertThat(third.nodes().stream()
                        .mapToInt(node -> node.entries().size())
                        .sum())
                .isEqualTo(3);
        assertThat(run.since()).isEmpty();
        assertThat(run.differing()).isEmpty();
    }

    @Test
    void ofTooManyMomentsTheNewestAreKeptWithTheStateBeforeThem() {
        LivedRun run = merged(50);
        assertThat(run.since()).isPresent();
        assertThat(run.moments()).hasSizeBetween(40, 52);
        int before =
                run.begin().stream().mapToInt(node -> node.entries().size()).sum();
        int kept = (int) run.moments().stream()
                .filter(moment -> moment.what() instanceof RunEvent.Wrote)
                .count();
        assertThat(before + kept).isEqualTo(2 * WRITES);
    }

    @Test
    void ofEveryMomentTheWholeStatesAreThoseOfWhichItShowsTheTables() {
        LivedRun run = merged(50);
        List<Stretch> records = Stretch.in(List.of(folder));
        assertThat(held(LivedStates.at(List.of(A, B), records, run.reachedAtBegin())))
                .isEqualTo(shown(run.begin()));
        for (LivedMoment moment : run.moments()) {
            assertThat(held(LivedStates.at(List.of(A, B), records, moment.reached())))
                    .isEqualTo(shown(moment.nodes()));
        }
    }

    private static Map<NodeId, Set<Entry>> held(List<EngineSnapshot> states) {
        return states.stream()
                .collect(Collectors.toMap(state -> state.replica().id(), state -> state.replica().entries().stream()
                        .map(ReplicaSnapshot.EntryState::entry)
                        .collect(Collectors.toSet())));
    }

    private static Map<NodeId, Set<Entry>> shown(List<NodeState> nodes) {
        return nodes.stream()
                .filter(NodeState::hasProcess)
                .collect(Collectors.toMap(NodeState::id, node -> Set.copyOf(node.entries())));
    }
}
