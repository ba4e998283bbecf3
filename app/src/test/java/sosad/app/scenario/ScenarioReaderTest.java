package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.scenario.Scenario.Step;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

@Tag("locale")
class ScenarioReaderTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "x"})
    void aLongTextOfCharactersBeyondTheFirstPlaneIsReadWhole(String first) {
        String title = first + "\uD83D\uDE00".repeat(3_000);
        assertThat(Lessons.read("scenario: " + title + "\ncluster: {nodes: [A]}\nsteps: []\n")
                        .title())
                .isEqualTo(title);
    }

    @Test
    void aClusterHasTheDocumentsRulesUnlessItSaysOtherwise() {
        assertThat(Lessons.read(Lessons.on("nodes: [A]")).cluster().rules()).isEqualTo(Rules.DOCUMENT);
    }

    @Test
    void aClusterSaysItsRules() {
        Scenario scenario = Lessons.read(Lessons.on(
                "nodes: [n12, B]",
                "start-time: -7",
                "content: remote-prev",
                "timestamps: average",
                "schedule: rolling",
                "store: memory"));

        assertThat(scenario.cluster().nodes()).containsExactly(new NodeId("B"), new NodeId("n12"));
        assertThat(scenario.cluster().rules())
                .isEqualTo(new Rules(Content.REMOTE_PREV, Timestamps.AVERAGE, Schedule.ROLLING, -7));
    }

    @Test
    void aStepWithoutATimeIsOneAfterTheStepBefore() {
        Scenario scenario = Lessons.read(Lessons.of("do: []", "time: 10", "title: next"));

        assertThat(scenario.steps()).extracting(Step::time).containsExactly(2L, 10L, 11L);
    }

    @Test
    void aStepHasATitleAndNarrationOrNot() {
        Scenario scenario = Lessons.read(Lessons.of("{title: T, before: B, say: S}", "{time: 5}"));

        assertThat(scenario.steps().get(0).title()).contains("T");
        assertThat(scenario.steps().get(0).before()).contains("B");
        assertThat(scenario.steps().get(0).say()).contains("S");
        assertThat(scenario.steps().get(1).title()).isEmpty();
        assertThat(scenario.steps().get(1).say()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{time: 2}", "do:", "do: []", "do: ~"})
    void aStepMayDoNothing(String step) {
        assertThat(Lessons.read(Lessons.of(step)).steps().get(0).actions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"steps:", "steps: []"})
    void aScenarioMayHaveNoSteps(String steps) {
        assertThat(Lessons.read("scenario: t\ncluster: {nodes: [A]}\n" + steps).steps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"31", "N", "yes", "1e3", "0x1F", "1_000", "true", "-5", "2026-01-01", ".inf"})
    void aPlainWordIsTakenAsItIsWritten(String word) {
        assertThat(Lessons.action("put: {at: A, key: k, value: %s}".formatted(word)))
                .isEqualTo(new Action.Put(new NodeId("A"), new Key("k"), Value.of(word)));
        assertThat(Lessons.action("delete: {at: A, key: %s}".formatted(word)))
                .isEqualTo(new Action.Delete(new NodeId("A"), new Key(word)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "~", ""})
    void inQuotesAnyWordIsAText(String word) {
        assertThat(Lessons.action("put: {at: A, key: k, value: \"%s\"}".formatted(word)))
                .isEqualTo(new Action.Put(new NodeId("A"), new Key("k"), Value.of(word)));
    }

    @Test
    void jsonIsAScenarioTooEvenIndentedWithTabs() {
        String json = """
                {
                \t"scenario": "\\ud83d\\ude00 \\/ \\u0041",
                \t"cluster": {"nodes": ["A"]},
                \t"steps": [
                \t\t{"do": [{"put": {"at": "A", "key": "k", "value": "1"}}, {"mend": "all"}]}
                \t]
                }
                """;

        assertThat(Lessons.read(json).title()).isEqualTo("😀 / A");
        assertThat(Lessons.read(json).steps().get(0).actions()).hasSize(2);
    }

    @Test
    void windowsLineBreaksAndAByteOrderMarkAreNoMatter() {
        String yaml = "\uFEFF" + Lessons.of("title: T").replace("\n", "\r\n");

        assertThat(Lessons.read(yaml).steps().get(0).title()).contains("T");
    }

    @Test
    void anAliasRepeatsWhatItsAnchorMarks() {
        Scenario scenario = Lessons.read(Lessons.of("do: &both [{push: {from: A}}, {push: {from: B}}]", "do: *both"));

        assertThat(scenario.steps().get(1).actions())
                .isEqualTo(scenario.steps().get(0).actions());
    }

    @Test
    void theFieldsMayStandInAnyOrder() {
        assertThat(Lessons.read("steps: [{do: [{kill: {node: B}}]}]\ncluster: {nodes: [B]}\nscenario: t")
                        .steps()
                        .get(0)
                        .actions())
                .isEqualTo(List.of(new Action.Kill(new NodeId("B"))));
    }

    @Test
    void twentySixNodesMakeACluster() {
        Scenario scenario =
                Lessons.read(Lessons.on("nodes: [" + String.join(", ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ".split("")) + "]"));

        assertThat(scenario.cluster().nodes()).hasSize(26);
    }

    @Test
    void aScenarioIsReadFromAFile(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("lesson.yaml"), Lessons.of("title: é"));

        assertThat(ScenarioReader.read(file).steps().get(0).title()).contains("é");
    }
}
