package sosad.app.viewmodel.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.testing.Scenarios;
import sosad.app.testing.TestLab;

/** What the text beside the stage says, at which moment. */
class NarrationTest {
    private final TestLab desk = TestLab.with(ScenarioReader.read("lesson.yaml", """
            scenario: A lesson
            about: to begin with
            cluster: {nodes: [A, B]}
            steps:
              - title: One
                before: on its way
                say: arrived
                do: [put: {at: A, key: k, value: v}, push: {from: A}]
              - title: Two
                say: throughout
                do: [put: {at: A, key: k, value: w}, push: {from: A}]
              - title: Three
                before: only in flight
                do: [put: {at: B, key: k, value: x}, push: {from: B}]
            """));

    private Narration now() {
        return at(desk.present());
    }

    private Narration at(Snapshot snapshot) {
        return Narration.of(
                desk.lab.scenarioProperty().get(), desk.lab.historyProperty().get(), snapshot);
    }

    private static String text(Narration narration) {
        return narration.blocks().isEmpty()
                ? ""
                : ((Markdown.Paragraph) narration.blocks().get(0))
                        .spans()
                        .get(0)
                        .text();
    }

    private String step() {
        desk.engine.beginStep();
        String inFlight = text(now());
        desk.engine.finishStep();
        return inFlight + ", " + text(now());
    }

    @Test
    void aStepsTextIsThatOfItsMessagesInFlightAndThenThatOfWhatTheyBrought() {
        assertThat(text(now())).isEqualTo("to begin with");
        assertThat(step()).isEqualTo("on its way, arrived");
        assertThat(step()).as("one text for both").isEqualTo("throughout, throughout");
        assertThat(step()).as("nothing is said afterwards").isEqualTo("only in flight, ");
    }

    @Test
    void aMomentOfThePastHasTheTextOfThatMoment() {
        step();
        step();
        assertThat(desk.lab.historyProperty().get().snapshots())
                .filteredOn(snapshot -> snapshot.step() == 1)
                .extracting(snapshot -> tuple(snapshot.phase() == Phase.DELIVERED, text(at(snapshot))))
                .contains(tuple(false, "on its way"), tuple(true, "arrived"))
                .doesNotContain(tuple(true, "on its way"), tuple(false, "arrived"));
    }

    @Test
    void theTextIsDoubtedFromWhereTheRunHasLeftTheLesson() {
        desk.engine.beginStep();
        assertThat(now().doubt()).isEmpty();
        Snapshot before = desk.present();
        desk.engine.act(Scenarios.put(Scenarios.B, "mine", "x"));
        assertThat(now().doubt().orElseThrow()).startsWith("Off script: ");
        assertThat(at(before).doubt()).as("what was true then").isEmpty();
        desk.engine.failNext("push");
        desk.engine.beginStep();
        assertThat(now().title()).isEqualTo("Two");
        assertThat(now().doubt().orElseThrow()).startsWith("Void: ");
        desk.engine.finishStep();
        desk.engine.act(Scenarios.put(Scenarios.B, "mine", "y"));
        assertThat(now().title()).isEqualTo("By hand");
        assertThat(now().doubt()).as("that much is true").isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonSaysOneThingBeforeWhatIsInFlightArrivesAndAnotherAfterwards(String name) {
        Scenario lesson = BundledScenarios.load(name);
        TestLab played = TestLab.with(lesson);
        for (Scenario.Step step : lesson.steps()) {
            played.engine.beginStep();
            boolean hasFlight = !played.present().queue().isEmpty();
            played.engine.finishStep();
            assertThat(step.before().isPresent()).as("T = %d", step.time()).isEqualTo(hasFlight);
            assertThat(step.say()).as("T = %d", step.time()).isPresent().isNotEqualTo(step.before());
        }
    }

    @Test
    void roomIsKeptForBothTextsOfAStep() {
        assertThat(Narration.ofSteps(desk.lab.scenarioProperty().get()))
                .extracting(NarrationTest::text)
                .isEqualTo(List.of("on its way", "arrived", "throughout", "only in flight", ""));
    }
}
