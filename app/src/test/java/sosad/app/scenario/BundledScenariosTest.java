package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BundledScenariosTest {
    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void whatALessonExpectsHolds(String name) {
        assertThat(ModelRun.of(BundledScenarios.load(name)).unmet()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonIsNarratedThroughoutAndChecksEveryStep(String name) {
        Scenario scenario = BundledScenarios.load(name);

        assertThat(BundledScenarios.title(name)).isNotBlank();
        assertThat(scenario.about()).isPresent();
        assertThat(scenario.steps()).isNotEmpty().allSatisfy(step -> {
            assertThat(step.title()).isPresent();
            assertThat(step.say()).isPresent();
            assertThat(step.actions()).hasAtLeastOneElementOfType(Action.Expect.class);
        });
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void whatALessonExpectsIsKnownByItsLine(String name) {
        List<String> lines = new String(BundledScenarios.bytes(name), StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(BundledScenarios.loadWithPlaces(name).claims())
                .hasSameSizeAs(BundledScenarios.load(name).steps())
                .allSatisfy(step -> assertThat(step).isNotEmpty().allSatisfy(claim -> assertThat(
                                lines.get(claim.line() - 1))
                        .contains("expect")));
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonIsReadBackAsItIsWritten(String name) {
        Scenario scenario = BundledScenarios.load(name);

        assertThat(ScenarioReader.read(name, ScenarioWriter.write(scenario))).isEqualTo(scenario);
    }

    @ParameterizedTest
    @MethodSource("sosad.app.scenario.BundledScenarios#names")
    void aLessonNoticesTheLossOfAnyOfItsMessages(String name) {
        Scenario scenario = BundledScenarios.load(name);
        int messages = ModelRun.of(scenario).delivered();

        assertThat(IntStream.range(0, messages)
                        .filter(message ->
                                ModelRun.losing(message, scenario).unmet().isEmpty()))
                .isEmpty();
    }

    @Test
    void theLostUpdateIsNeverOfferedAgain() {
        ModelRun run = ModelRun.of(BundledScenarios.load("lost-update"));

        assertThat(run.sentAt(4)).containsExactly("A -> B PUSH: k1@2", "B -> A PUSH: k2@3");
        assertThat(run.sentAt(5)).containsExactly("A -> B SYNC: k2@3", "B -> A SYNC: k2@3");
        assertThat(run.sentAt(6)).first().isEqualTo(run.sentAt(5).get(0));
    }

    @Test
    void underPerKeyTheLostUpdateIsOfferedUntilItIsConfirmed() {
        ModelRun run = ModelRun.of(BundledScenarios.load("lost-update-per-key"));

        assertThat(run.sentAt(5)).containsExactly("A -> B SYNC: k1@2");
        assertThat(run.sentAt(6)).containsExactly("B -> A SYNC: ");
        assertThat(run.sentAt(7)).containsExactly("A -> B SYNC: ", "B -> A SYNC: ");
    }

    @Test
    void sixUpdatesAreEchoedAsThree() {
        assertThat(ModelRun.of(BundledScenarios.load("latest-only")).sentAt(7))
                .containsExactly("S -> D SYNC: B@2, A@5, C@6");
    }

    @Test
    void theSampleSendsWhatTheDocumentPrints() {
        ModelRun run = ModelRun.of(BundledScenarios.load("sample"));

        assertThat(run.sentAt(3)).containsExactly("B -> A PUSH: waffle@2, grace@2", "B -> C PUSH: waffle@2, grace@2");
        assertThat(run.sentAt(4)).containsExactly("C -> A PUSH: frogger@3", "C -> B PUSH: frogger@3");
        assertThat(run.sentAt(5))
                .containsExactly(
                        "A -> B SYNC: frogger@3",
                        "A -> C SYNC: frogger@3",
                        "B -> A SYNC: waffle@2, grace@2",
                        "C -> A SYNC: frogger@3, tom@4",
                        "C -> B SYNC: frogger@3, tom@4");
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> BundledScenarios.load("lost-updaet"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no bundled scenario \"lost-updaet\"; did you mean \"lost-update\"?");
    }

    @Test
    void theFileIsHandedOutAsItIs() {
        assertThat(new String(BundledScenarios.bytes("sample"), StandardCharsets.UTF_8))
                .startsWith("scenario: The sample communication, as printed\n");
    }
}
