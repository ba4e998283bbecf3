package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/** Branches over real processes. */
@Timeout(120)
class BranchesIT {
    private static final NodeId A = new NodeId("A");

    private final RecordedEvents told = new RecordedEvents();
    private final Lab lab = new LabActor(new ProcessClusters(), told);

    @AfterEach
    void close() {
        lab.close();
    }

    /** Each step has a write, the writer's pushes, and a sync of another node. */
    private static Scenario scenario(int steps) {
        String text = IntStream.range(0, steps)
                .mapToObj(i -> "  - do: [put: {at: %s, key: key-%s, value: v%s}, push: {from: %s}, sync: {from: %s}]\n"
                        .formatted("ABC".charAt(i % 3), i % 20, i, "ABC".charAt(i % 3), "ABC".charAt((i + 1) % 3)))
                .collect(Collectors.joining());
        return ScenarioReader.read("long.yaml", "scenario: Long\ncluster: {nodes: [A, B, C]}\nsteps:\n" + text);
    }

    @Test
    void whatRealProcessesRepeatGoesAlongTheSameBranch() {
        lab.open(scenario(3)).join();
        lab.beginStep().join();
        lab.finishStep().join();
        lab.beginStep().join();
        lab.finishStep().join();
        int end = told.present().index();
        lab.restart().join();
        lab.beginStep().join();
        lab.finishStep().join();
        lab.beginStep().join();
        lab.deliverNext().join();
        assertThat(lab.branches().join().branches()).hasSize(1);
        lab.finishStep().join();
        assertThat(lab.branches().join().event()).isEqualTo(end);

        int sync = told.history().snapshots().stream()
                .filter(snapshot -> snapshot.what() instanceof RunEvent.Sent sent
                        && sent.message().to().equals(A))
                .findFirst()
                .orElseThrow()
                .index();
        lab.jump(new BranchId(1), sync).join();
        int there = told.present().index();
        lab.act(new Action.Put(A, new Key("mine"), Value.of("x"))).join();
        assertThat(lab.branches().join().present().fork()).isEqualTo(there);
    }

    @Test
    void realProcessesStandAnywhereAndActInABranch() {
        lab.open(scenario(50)).join();
        for (int i = 0; i < 50; i++) {
            lab.beginStep().join();
            lab.finishStep().join();
        }
        Branch whole = lab.branches().join().present();
        List<Snapshot> places = whole.run().history().snapshots().stream()
                .filter(snapshot -> snapshot.what() instanceof RunEvent.Wrote)
                .toList();
        for (Snapshot place : List.of(places.get(0), places.get(places.size() / 2), places.get(places.size() - 1))) {
            lab.jump(whole.id(), place.index()).join();
            assertThat(RunRecord.comparable(told.present()))
                    .isEqualTo(RunRecord.comparable(
                            whole.run().history().at(told.present().index())));
            lab.act(new Action.Put(A, new Key("mine"), Value.of("x"))).join();
            assertThat(lab.branches().join().present().fork()).isEqualTo(place.index());
        }
        assertThat(lab.branches().join().branches()).hasSize(4);
        assertThat(told.failures()).isEmpty();
        lab.jump(whole.id(), whole.events() - 1).join();
        assertThat(RunRecord.comparable(told.present()))
                .isEqualTo(RunRecord.comparable(whole.run().history().present()));
    }
}
