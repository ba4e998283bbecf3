package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;

/** What becomes of a scenario's expectations. */
class JudgementsTest {
    private static final String LESSON = """
            scenario: A lesson
            cluster: {nodes: [A, B]}
            steps:
              - do:
                  - put: {at: A, key: k, value: v}
                  - get: {at: A, key: k, expect: v}
                  - push: {from: A}
                  - expect: {at: B, key: k, value: v}
                  - expect: {at: B, key: other, value: x}
              - do:
                  - put: {at: B, key: k, value: w}
                  - push: {from: B}
                  - expect: {converged: true}
            """;

    private final TestLab desk = TestLab.with(ScenarioReader.read("lesson.yaml", LESSON));
    private final ExpectationsViewModel model = new ExpectationsViewModel(desk.lab);

    private List<String> verdicts() {
        return now().all().stream().map(one -> one.verdict().word()).toList();
    }

    private Judgements now() {
        Judgements computed = Judgements.of(
                desk.lab.scenarioProperty().get(), desk.lab.historyProperty().get());
        if (model.judgementsProperty().get() != Judgements.NONE) {
            assertThat(model.judgementsProperty().get()).isEqualTo(computed);
        }
        return computed;
    }

    private void step() {
        desk.engine.beginStep();
        desk.engine.finishStep();
    }

    @Test
    void eachIsToComeUntilItIsJudged() {
        assertThat(verdicts()).containsExactly("to come", "to come", "to come", "to come");
        desk.engine.beginStep();
        assertThat(verdicts()).as("a read is judged at once").containsExactly("met", "to come", "to come", "to come");
        desk.engine.finishStep();
        assertThat(verdicts()).containsExactly("met", "met", "not met", "to come");
        assertThat(now().sentence()).isEqualTo("1 of 4 expectations is not met, at T = 2; 1 is to come.");
        step();
        assertThat(verdicts()).containsExactly("met", "met", "not met", "met");
        assertThat(now().sentence()).isEqualTo("1 of 4 expectations is not met, at T = 2.");
    }

    @Test
    void theFirstThatIsNotMetLeadsToTheEndOfItsStepAndSaysWhatIsSoInstead() {
        step();
        step();
        Judgement first = now().firstNotMet().orElseThrow();
        assertThat(first.words()).isEqualTo("B holds other = x");
        assertThat(first.found()).isEqualTo("B holds no other");
        model.show(first);
        var shown = desk.lab.shownProperty().get();
        assertThat(shown.time()).isEqualTo(2);
        assertThat(shown.phase()).isEqualTo(Phase.DELIVERED);
        assertThat(desk.lab.pastProperty().get()).isTrue();
    }

    @Test
    void aReadLeadsToTheMomentInWhichItsAnswerCame() {
        step();
        model.show(now().all().get(0));
        assertThat(desk.lab.shownProperty().get().what()).isInstanceOf(RunEvent.Checked.class);
    }

    @Test
    void offScriptTheyAreJudgedAsTheRunWent() {
        desk.engine.beginStep();
        desk.engine.act(Scenarios.put(Scenarios.B, "other", "x"));
        desk.engine.finishStep();
        assertThat(verdicts()).containsExactly("met", "met", "met", "to come");
        assertThat(now().all().get(0).reservation()).as("it was on script then").isEmpty();
        assertThat(now().all().get(2).reservation()).contains(Provenance.OFF_SCRIPT);
        assertThat(now().sentence())
                .isEqualTo("3 of 4 expectations are met; 1 is to come."
                        + " The run has left the lesson; they are judged as it went.");
    }

    @Test
    void whatIsExpectedByHandIsJudgedTooAndTakesNoOthersPlace() {
        step();
        desk.engine.act(new Action.Expect(new sosad.app.scenario.Expectation.Converged(true)));
        desk.engine.finishStep();
        assertThat(verdicts()).containsExactly("met", "met", "not met", "met", "to come");
        assertThat(now().all().get(3).words()).isEqualTo("all nodes show the same");
        assertThat(now().all().get(3).reservation()).contains(Provenance.OFF_SCRIPT);
        step();
        assertThat(verdicts()).containsExactly("met", "met", "not met", "met", "met");
    }

    @Test
    void aClusterOfOnesOwnHasItsOwnExpectations() {
        TestLab own =
                TestLab.with(ScenarioReader.read("own.yaml", "scenario: Own\ncluster: {nodes: [A, B]}\nsteps: []\n"));
        own.engine.act(Scenarios.put(Scenarios.A, "k", "v"));
        own.engine.act(new Action.Expect(new sosad.app.scenario.Expectation.Converged(true)));
        own.engine.finishStep();
        Judgements judged = Judgements.of(
                own.lab.scenarioProperty().get(), own.lab.historyProperty().get());
        assertThat(judged.sentence()).startsWith("1 of 1 expectation is not met, at T = 2.");
        assertThat(judged.firstNotMet().orElseThrow().moment()).isPresent();
    }

    @Test
    void whereAStepFailsItsExpectationsAreNeverJudged() {
        desk.engine.failNext("push");
        desk.engine.beginStep();
        assertThat(verdicts()).containsExactly("met", "to come", "to come", "to come");
        desk.engine.finishStep();
        assertThat(verdicts()).containsExactly("met", "not judged", "not judged", "to come");
        step();
        assertThat(now().all().get(3).reservation()).contains(Provenance.VOID);
        assertThat(now().sentence()).contains("; 2 are not judged.");
    }

    @Test
    void goingBackTakesVerdictsBack() {
        step();
        step();
        desk.lab.restart();
        assertThat(verdicts()).containsOnly("to come");
    }

    @Test
    void aLessonEndsWithASentenceAboutThem() {
        step();
        assertThat(narration().outcome()).as("not yet the end").isEmpty();
        desk.engine.beginStep();
        assertThat(narration().outcome()).as("in flight").isEmpty();
        desk.engine.finishStep();
        Narration.Outcome outcome = narration().outcome().orElseThrow();
        assertThat(outcome.sentence()).isEqualTo("1 of 4 expectations is not met, at T = 2.");
        desk.lab.showMoment(outcome.firstNotMet().orElseThrow());
        assertThat(desk.lab.shownProperty().get().time()).isEqualTo(2);
    }

    private Narration narration() {
        return Narration.of(
                desk.lab.scenarioProperty().get(),
                desk.lab.historyProperty().get(),
                desk.lab.shownProperty().get());
    }

    @Test
    void allMetIsSaidAndALessonWithoutExpectationsSaysNothing() {
        TestLab sample = TestLab.with(BundledScenarios.load("lost-update"));
        while (sample.present().begun()
                < sample.lab.scenarioProperty().get().steps().size()) {
            sample.engine.beginStep();
            sample.engine.finishStep();
        }
        var lab = sample.lab;
        assertThat(Narration.of(
                                lab.scenarioProperty().get(),
                                lab.historyProperty().get(),
                                lab.shownProperty().get())
                        .outcome()
                        .map(Narration.Outcome::sentence))
                .hasValueSatisfying(sentence -> assertThat(sentence).matches("All \\d+ expectations are met\\."));
        TestLab bare = TestLab.with(ScenarioReader.read("bare.yaml", """
                scenario: Bare
                cluster: {nodes: [A, B]}
                steps: [do: [put: {at: A, key: k, value: v}]]
                """));
        bare.engine.beginStep();
        bare.engine.finishStep();
        assertThat(Narration.of(
                                bare.lab.scenarioProperty().get(),
                                bare.lab.historyProperty().get(),
                                bare.lab.shownProperty().get())
                        .outcome())
                .isEqualTo(Optional.empty());
    }
}
