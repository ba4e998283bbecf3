package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.cluster.StepCluster;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.DifferingCluster;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Branches of a run, on bare replicas. */
@Timeout(60)
class BranchesTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");
    private static final Rules FULL = new Rules(Content.FULL, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

    private final RecordedEvents told = new RecordedEvents();
    private final Lab lab = new LabActor(
            (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames()),
            told);

    @AfterEach
    void close() {
        lab.close();
    }

    private void open(String name) {
        lab.open(BundledScenarios.load(name)).join();
    }

    private void step() {
        lab.beginStep().join();
        lab.finishStep().join();
    }

    private void put(String value) {
        lab.act(new Action.Put(A, K, Value.of(value))).join();
    }

    private RunTree tree() {
        return lab.branches().join();
    }

    private void jump(int branch, int event) {
        lab.jump(new BranchId(branch), event).join();
    }

    private List<String> titles() {
        return tree().branches().stream().map(Branch::title).toList();
    }

    @Test
    void backAndNextAgainGoAlongTheSameBranch() {
        open("sample");
        step();
        step();
        PlayedRun whole = tree().present().run();
        lab.back(false).join();
        assertThat(tree().branches()).hasSize(1);
        assertThat(tree().present().run()).as("nothing is thrown away").isEqualTo(whole);
        assertThat(tree().event()).isLessThan(whole.history().present().index());

        step();

        assertThat(tree().branches()).hasSize(1);
        assertThat(tree().present().run()).isSameAs(whole);
        assertThat(tree().event()).isEqualTo(whole.history().present().index());
    }

    @Test
    void aRepetitionThatDiffersSaysFromWhichEventOnAndOnWhichNodes() {
        List<LabEvent> events = new CopyOnWriteArrayList<>();
        AtomicInteger started = new AtomicInteger();
        try (Lab differing = new LabActor(
                (plan, listener) -> {
                    StepCluster cluster = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store());
                    return started.getAndIncrement() == 0
                            ? cluster
                            : DifferingCluster.around(cluster, B, Value.of("other"));
                },
                events::add)) {
            differing.open(ScenarioReader.read("test", """
                    scenario: test
                    cluster: {nodes: [A, B]}
                    steps:
                      - do: [put: {at: A, key: k, value: v}, put: {at: B, key: l, value: w}, push: {from: B}]
                      - do: [put: {at: A, key: k, value: x}]
                    """)).join();
            for (int i = 0; i < 2; i++) {
                differing.beginStep().join();
                differing.finishStep().join();
            }
            PlayedRun whole = differing.played().join();

            differing.back(false).join();

            RunDifference found = events.stream()
                    .filter(LabEvent.Differed.class::isInstance)
                    .map(event -> ((LabEvent.Differed) event).difference())
                    .findFirst()
                    .orElseThrow();
            assertThat(found.nodes()).containsExactly(B);
            Snapshot written = whole.history().snapshots().stream()
                    .filter(moment -> moment.node(B).value(new Key("l")).isPresent())
                    .findFirst()
                    .orElseThrow();
            assertThat(found.recorded()).isEqualTo(written);
            assertThat(found.found().node(B).value(new Key("l"))).contains(Value.of("other"));
            assertThat(found.sentence())
                    .isEqualTo(format(
                            "The run did not come out as recorded: at event %d, T = %d, the tables of B differ.",
                            written.index(), written.time()));
            assertThat(found.inputs()).isEqualTo(1);
        }
    }

    @Test
    void anotherActionAfterBackBeginsABranchAndTheOldOneStays() {
        open("sample");
        step();
        step();
        PlayedRun lesson = tree().present().run();
        lab.back(false).join();
        put("mine");

        assertThat(titles()).containsExactly(lesson.scenario().title(), "T = 3: write k at A");
        Branch branch = tree().present();
        assertThat(branch.parent()).contains(new BranchId(1));
        assertThat(branch.fork())
                .isEqualTo(branch.run()
                        .inputs()
                        .get(branch.run().inputs().size() - 2)
                        .after()
                        .index());
        assertThat(tree().find(new BranchId(1)).orElseThrow().run()).isSameAs(lesson);
        assertThat(told.history().snapshots().size()).isEqualTo(branch.events());
    }

    @Test
    void whatWasDoneOnAnotherBranchLeadsBackToIt() {
        open("sample");
        step();
        int fork = told.present().index();
        step();
        jump(1, fork);
        put("mine");
        jump(1, fork);
        step();
        assertThat(tree().at()).isEqualTo(new BranchId(1));
        lab.back(false).join();
        put("mine");
        assertThat(tree().at()).isEqualTo(new BranchId(2));
        assertThat(tree().branches()).hasSize(2);
    }

    @Test
    void restartStandsAtTheStartAndKeepsEverything() {
        open("sample");
        step();
        put("mine");
        lab.restart().join();
        assertThat(told.present().phase()).isEqualTo(Phase.START);
        assertThat(tree().present().events()).isGreaterThan(5);
        put("other");
        assertThat(tree().branches()).hasSize(2);
        assertThat(tree().present().fork()).isZero();
    }

    @Test
    void anotherLessonBeginsAnotherTree() {
        open("sample");
        step();
        lab.restart().join();
        put("mine");
        open("sample");
        assertThat(tree().branches()).hasSize(1);
        assertThat(tree().present().events()).isEqualTo(1);
    }

    @Test
    void aHandBetweenTheActionsOfAStepComesBeforeTheOthers() {
        lab.open(ScenarioReader.read("three.yaml", """
                scenario: Three
                cluster: {nodes: [A, B, C]}
                steps:
                  - do:
                      - put: {at: A, key: one, value: v}
                      - put: {at: A, key: two, value: v}
                      - push: {from: A}
                """)).join();
        step();
        Snapshot end = told.present();
        int afterFirst = indexOf(snapshot -> snapshot.what() instanceof RunEvent.Wrote);
        jump(1, afterFirst);
        assertThat(told.present().index()).isEqualTo(afterFirst);
        assertThat(told.present().node(A).value(new Key("two"))).isEmpty();

        lab.act(new Action.Kill(B)).join();

        assertThat(tree().branches()).hasSize(2);
        assertThat(tree().present().fork()).isEqualTo(afterFirst);
        assertThat(told.present().actionsLeft()).isEqualTo(2);
        assertThat(told.present().script()).isEqualTo(ScriptStatus.OFF_SCRIPT);
        lab.finishStep().join();
        assertThat(told.present().node(A).value(new Key("two"))).isPresent();
        assertThat(told.present().node(new NodeId("C")).entries())
                .isEqualTo(end.node(new NodeId("C")).entries());
        RecordedScenario.Recorded recorded = lab.recorded().join();
        assertThat(recorded.unsaid()).isEmpty();
        Snapshot branch = told.present();
        lab.openBranch(recorded.scenario(), "again").join();
        assertThat(told.present().nodes()).as("the file does the same").isEqualTo(branch.nodes());
    }

    @Test
    void nextBetweenTheActionsOfAStepCarriesOutTheOthersAlongTheSameBranch() {
        open("sample");
        step();
        PlayedRun whole = tree().present().run();
        int write = indexOf(snapshot -> snapshot.what() instanceof RunEvent.Wrote);
        jump(1, write);
        lab.beginStep().join();
        assertThat(told.present().phase()).isEqualTo(Phase.IN_FLIGHT);
        lab.finishStep().join();
        assertThat(tree().branches()).hasSize(1);
        assertThat(tree().present().run()).isSameAs(whole);
    }

    @Test
    void backFromBetweenTheActionsOfAStepLeavesTheStep() {
        open("sample");
        step();
        jump(1, indexOf(snapshot -> snapshot.what() instanceof RunEvent.Wrote));
        lab.back(true).join();
        assertThat(told.present().phase()).isEqualTo(Phase.START);
    }

    @Test
    void whatIsRefusedBetweenTheActionsOfAStepBeginsNothing() {
        open("sample");
        step();
        jump(1, indexOf(snapshot -> snapshot.what() instanceof RunEvent.Wrote));
        assertThatThrownBy(() -> lab.act(new Action.Start(A, false)).join()).hasMessageContaining("A is running");
        lab.beginStep().join();
        assertThat(tree().branches()).hasSize(1);
    }

    private int indexOf(Predicate<Snapshot> wanted) {
        return told.history().snapshots().stream()
                .filter(wanted)
                .findFirst()
                .orElseThrow()
                .index();
    }

    static List<Long> seeds() {
        return new Random(15)
                .longs(Boolean.getBoolean("thorough") ? 200 : 4)
                .boxed()
                .toList();
    }

    /** An action happens at once: one stands before it or after it. */
    @ParameterizedTest
    @MethodSource("seeds")
    void everyEventOfARandomRunCanBeStoodAt(long seed) {
        lab.open(RandomScenarios.of(seed)).join();
        Random chance = new Random(seed);
        while (told.present().begun() < told.scenario().steps().size()) {
            lab.beginStep().join();
            if (!told.present().queue().isEmpty() && chance.nextBoolean()) {
                lab.handle(told.present().queue().get(0), MessageAction.HOLD).join();
            }
            lab.finishStep().join();
        }
        Branch run = tree().present();
        int places = 0;
        for (int event = 0; event < run.events(); event++) {
            jump(1, event);
            Snapshot now = told.present();
            assertThat(now.index()).isGreaterThanOrEqualTo(event);
            assertThat(MomentEquality.isSame(now, run.run().history().at(now.index())))
                    .as("event %s of %s", event, seed)
                    .isTrue();
            places += now.index() == event ? 1 : 0;
            if (now.index() == event && event < run.events() - 1 && chance.nextInt(8) == 0) {
                lab.act(new Action.Skew(A, 1 + event)).join();
                assertThat(tree().present().fork()).isEqualTo(event);
                jump(1, event);
            }
        }
        assertThat(places).isGreaterThan(run.events() / 3);
        assertThat(told.failures()).isEmpty();
    }

    @Test
    void theWholeOfAPushIsOneMoment() {
        open("sample");
        step();
        step();
        int first = indexOf(snapshot -> snapshot.what() instanceof RunEvent.Sent);
        jump(1, first);
        assertThat(told.present().what()).isInstanceOf(RunEvent.Sent.class);
        assertThat(told.present().index()).isEqualTo(first + 1);
    }

    @Test
    void forwardDoesAgainWhatBackHasLeftByHandToo() {
        open("sample");
        step();
        put("mine");
        lab.act(new Action.Push(A, Optional.empty(), Fates.NONE)).join();
        lab.finishStep().join();
        PlayedRun whole = tree().present().run();
        jump(1, 0);
        int stops = 0;
        while (tree().event() < whole.history().present().index()) {
            lab.forward(true).join();
            stops++;
        }
        assertThat(tree().present().run()).isSameAs(whole);
        assertThat(tree().branches()).hasSize(1);
        assertThat(stops).isEqualTo(4);
        assertThatThrownBy(() -> lab.forward(true).join()).hasMessageContaining("the branch ends");
    }

    @Test
    void aPlayedScenarioIsABranchThatLeavesWhereItDiffers() {
        Scenario lesson = BundledScenarios.load("lost-update");
        lab.open(lesson).join();
        lesson.steps().forEach(step -> step());
        Scenario.Step last = lesson.steps().get(lesson.steps().size() - 1);
        List<Scenario.Step> changed = new ArrayList<>(lesson.steps());
        List<Action> more = new ArrayList<>(last.actions());
        more.add(new Action.Put(A, K, Value.of("v")));
        changed.set(
                changed.size() - 1,
                new Scenario.Step(last.time(), last.title(), last.before(), last.say(), more, last.inFlight()));
        Scenario other = new Scenario("Other", lesson.about(), lesson.cluster(), changed);
        Snapshot then = told.present();

        lab.openBranch(other, "with one more put").join();

        Branch branch = tree().present();
        assertThat(branch.title()).isEqualTo("with one more put");
        assertThat(branch.parent()).contains(new BranchId(1));
        assertThat(told.present().time()).isEqualTo(then.time());
        assertThat(told.present().node(A).value(K)).isPresent();
        assertThat(told.scenario()).isEqualTo(other);
        Branch first = tree().find(new BranchId(1)).orElseThrow();
        assertThat(MomentEquality.isSame(at(branch, branch.fork()), at(first, branch.fork())))
                .isTrue();
        assertThat(MomentEquality.isSame(at(branch, branch.fork() + 1), at(first, branch.fork() + 1)))
                .isFalse();
        lab.openBranch(other, "once more").join();
        assertThat(titles()).as("it is known").hasSize(2);
        jump(1, first.events() - 1);
        assertThat(told.scenario()).isEqualTo(lesson);
    }

    private static Snapshot at(Branch branch, int event) {
        return branch.run().history().at(event);
    }

    @Test
    void whatWasDoneByHandIsSharedWithTheFileThatSaysTheSame() {
        open("sample");
        lab.beginStep().join();
        lab.finishStep().join();
        lab.beginStep().join();
        long message = told.present().queue().get(0);
        lab.handle(message, MessageAction.LOSE).join();
        int dropped = told.present().index();
        lab.finishStep().join();
        Scenario recorded = lab.recorded().join().scenario();
        lab.openBranch(recorded, "as a file").join();
        assertThat(tree().present().parent()).contains(new BranchId(1));
        assertThat(tree().present().fork()).isGreaterThanOrEqualTo(dropped);
    }

    @Test
    void anotherRuleIsABranchWithAStartOfItsOwn() {
        open("sample");
        step();
        lab.playUnder(FULL).join();
        assertThat(tree().present().title()).isEqualTo("Under full");
        assertThat(tree().present().parent()).isEmpty();
        jump(1, 0);
        assertThat(told.scenario().cluster().rules().content()).isEqualTo(Content.REMOTE_NOW);
        step();
        lab.playUnder(FULL).join();
        assertThat(tree().branches()).as("played before").hasSize(2);
    }

    @Test
    void aBranchIsRenamedAndDeletedAndComesBack() {
        open("sample");
        step();
        int fork = told.present().index();
        put("one");
        jump(1, fork);
        put("two");
        put("three");
        jump(2, fork + 2);
        put("four");
        assertThat(tree().forks())
                .as("where this branch left the second, and that the first")
                .containsExactly(
                        tree().branches().get(1).fork(),
                        tree().branches().get(2).fork());
        jump(1, fork);
        assertThat(tree().forks()).containsExactly(tree().branches().get(1).fork());
        lab.renameBranch(new BranchId(2), " mine ").join();
        assertThat(titles().get(1)).isEqualTo("mine");
        assertThatThrownBy(() -> lab.renameBranch(new BranchId(2), " ").join())
                .hasMessageContaining("a branch needs a title");
        assertThatThrownBy(() -> lab.deleteBranch(tree().at()).join()).hasMessageContaining("jump to another branch");
        assertThatThrownBy(() -> lab.deleteBranch(new BranchId(9)).join())
                .hasMessageContaining("there is no branch 9; there are 1, 2, 3");

        RunTree before = tree();
        Branch gone = lab.deleteBranch(new BranchId(2)).join();

        assertThat(tree().children(new BranchId(1))).extracting(Branch::id).containsExactly(new BranchId(3));
        Branch whole = tree().find(new BranchId(3)).orElseThrow();
        jump(3, whole.events() - 1);
        assertThat(told.present().node(A).value(K)).contains(Value.of("four"));
        lab.restoreBranch(gone).join();
        assertThat(tree().branches())
                .extracting(Branch::id)
                .isEqualTo(before.branches().stream().map(Branch::id).toList());
        jump(2, gone.events() - 1);
        assertThat(told.present().node(A).value(K)).contains(Value.of("three"));
    }

    @Test
    void theEldestBranchGoesWhenThereAreTooMany() {
        open("sample");
        for (int i = 0; i < RunTree.MAX_BRANCHES + 1; i++) {
            put("value-" + i);
            jump(1, 0);
        }
        assertThat(tree().branches()).hasSize(RunTree.MAX_BRANCHES);
        assertThat(tree().find(new BranchId(1))).isPresent();
        assertThat(tree().find(new BranchId(2))).isEmpty();
        assertThat(told.failures().get(0)).contains("is gone: at most 50 are kept");
    }

    @Test
    void anEventThatIsNotThereIsRefused() {
        open("sample");
        assertThatThrownBy(() -> lab.jump(new BranchId(1), 9).join())
                .hasMessageContaining("has the events 0 to 0; there is no event 9");
    }

    @Test
    void aRunUnderWayAtALinkIsCutInAnotherBranchOnly() {
        open("sample");
        step();
        lab.beginStep().join();
        int inFlight = told.present().index();
        lab.finishStep().join();
        jump(1, inFlight);
        lab.act(new Action.Cut(List.of(new Link(B, A)))).join();
        assertThat(told.present().cut()).isNotEmpty();
        jump(1, inFlight);
        assertThat(told.present().cut()).isEmpty();
        assertThat(told.present().queue()).isNotEmpty();
    }
}
