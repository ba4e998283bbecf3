package sosad.app.viewmodel.branches;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.lab.Branch;
import sosad.app.lab.BranchId;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.RunTree;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.ScenarioReader;
import sosad.app.viewmodel.branches.ComparedRow.ComparedCell;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Two branches side by side: the one in which a push arrives, and one in which it is dropped. */
@Timeout(60)
class BranchComparisonTest {
    private final Lab lab = new LabActor(
            (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store()), event -> {});

    @BeforeEach
    void play() {
        lab.open(ScenarioReader.read("push.yaml", """
                scenario: Push
                cluster: {nodes: [A, B]}
                steps:
                  - do: [put: {at: A, key: waffle, value: yoda}, push: {from: A}]
                  - do: [put: {at: B, key: tom, value: x}]
                """)).join();
        lab.beginStep().join();
        int inFlight = tree().event();
        lab.finishStep().join();
        lab.beginStep().join();
        lab.finishStep().join();
        lab.jump(new BranchId(1), inFlight).join();
        lab.handle(present().run().history().at(inFlight).queue().get(0), MessageAction.LOSE)
                .join();
        lab.finishStep().join();
    }

    @AfterEach
    void close() {
        lab.close();
    }

    private RunTree tree() {
        return lab.branches().join();
    }

    private Branch present() {
        return tree().present();
    }

    private Branch branch(int number) {
        return tree().find(new BranchId(number)).orElseThrow();
    }

    private BranchComparison comparison() {
        return new BranchComparison(branch(1), branch(2));
    }

    @Test
    void theFirstEventThatDiffersIsNamedWithWhatHappenedInEach() {
        assertThat(comparison().sentence())
                .isEqualTo("They differ from event 5 on, T = 2. “Push”: B receives A's push; new to B: waffle@2."
                        + " “T = 2: drop the push A → B”: A's push to B (waffle@2) is lost: dropped by hand.");
    }

    @Test
    void theCellsThatDifferAreMarkedInBoth() {
        ComparedRow waffle = comparison().entries(2).get(0);
        assertThat(waffle.name()).isEqualTo("waffle");
        assertThat(waffle.left()).containsExactly(new ComparedCell("yoda@2", false), new ComparedCell("yoda@2", true));
        assertThat(waffle.right()).containsExactly(new ComparedCell("yoda@2", false), new ComparedCell("absent", true));
        assertThat(comparison().rows(2).stream().filter(ComparedRow::differs))
                .extracting(ComparedRow::name)
                .containsExactly("A-now");
        assertThat(comparison().difference(2)).isEqualTo("At T = 2, 2 cells differ.");
    }

    @Test
    void bothStandAtTheSameTimeAndWhereOneHasEndedAtItsEnd() {
        BranchComparison comparison = comparison();
        assertThat(comparison.times()).containsExactly(1L, 2L, 3L);
        assertThat(BranchComparison.at(branch(1), 3).time()).isEqualTo(3);
        assertThat(BranchComparison.at(branch(2), 3).index())
                .isEqualTo(branch(2).events() - 1);
        assertThat(comparison.difference(1)).isEqualTo("At T = 1, their tables are the same.");
        assertThat(comparison.firstDifference()).isEqualTo(2);
        assertThat(comparison.own(branch(2)))
                .doesNotContain(branch(2).fork())
                .contains(branch(2).fork() + 1);
    }

    @Test
    void whatHasNoProcessDiffersFromWhatHas() {
        lab.act(new Action.Kill(new NodeId("B"))).join();
        ComparedRow waffle = comparison().entries(3).get(1);
        assertThat(waffle.right().get(1)).isEqualTo(new ComparedCell("no process", true));
    }

    @Test
    void aBranchThatOnlyGoesOnSaysWhatComesNext() {
        lab.jump(new BranchId(1), branch(1).events() - 1).join();
        Branch whole = branch(1);
        Branch shorter = new Branch(
                new BranchId(9), "Shorter", whole.parent(), 0, whole.run().upTo(6));
        assertThat(new BranchComparison(whole, shorter).sentence())
                .startsWith("“Shorter” ends with event 6, T = 2; “Push” goes on: ");
        assertThat(new BranchComparison(whole, whole).sentence()).isEqualTo("All 11 events are the same.");
    }

    @Test
    void whatWasDoneBetweenTheActionsOfAStepIsToldAndNotThatTheyWaitInFlight() {
        lab.jump(new BranchId(1), 2).join();
        lab.act(new Action.Kill(new NodeId("B"))).join();
        assertThat(new BranchComparison(branch(1), present()).sentence())
                .startsWith("They differ from event 3 on, T = 2. “Push”: A pushes waffle@2 to B")
                .contains("“T = 2: kill B”: ")
                .contains("B is killed");
    }

    @Test
    void otherRulesAreSaidFirst() {
        lab.playUnder(new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.TOGETHER, 1))
                .join();
        assertThat(new BranchComparison(branch(2), present()).sentence())
                .startsWith("“T = 2: drop the push A → B” runs under remote-now, “Under full” under full. ");
    }

    @Test
    void theListShowsEachBranchBelowTheOneThatItLeft() {
        List<BranchRow> rows = BranchRow.of(tree());
        assertThat(rows).extracting(BranchRow::depth).containsExactly(0, 1);
        assertThat(rows.get(1).sentence())
                .isEqualTo("The run stands here: T = 2: drop the push A → B, leaves “Push” at T = 2, 7 events");
        lab.back(true).join();
        assertThat(BranchRow.of(tree()).get(1).extent()).startsWith("at event ").endsWith(" of 7 events");
    }
}
