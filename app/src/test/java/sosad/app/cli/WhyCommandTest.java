package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import sosad.app.explain.Sentence;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;

/** The command {@code why}: what it answers, in which form, and what it refuses. */
@Timeout(60)
@Tag("locale")
class WhyCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int why(String arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.run(line, ("why " + arguments).split(" "));
    }

    private JsonNode answer(String arguments) throws IOException {
        assertThat(why(arguments + " --format json")).as("%s", err).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString());
        out.getBuffer().setLength(0);
        answer.get("because").forEach(sentence -> assertThat(Sentence.words(sentence.textValue()))
                .isBetween(1, Sentence.MAX_WORDS));
        return answer;
    }

    private String file(String steps) throws IOException {
        Path file = folder.resolve("run.yaml");
        Files.writeString(file, "scenario: Run\ncluster: {nodes: [A, B, C], gateways: 1}\nsteps:\n" + steps);
        return file.toString();
    }

    @Test
    void theLostUpdateIsExplainedWithTheChangeThatHealsIt() throws IOException {
        JsonNode answer = answer("lost-update --at B --key k1");

        assertThat(answer.fieldNames())
                .toIterable()
                .containsExactly("at", "key", "holds", "newest", "heals", "because", "change");
        assertThat(answer.get("holds").isNull()).isTrue();
        assertThat(answer.get("newest")).hasToString("{\"value\":\"lost\",\"timestamp\":2,\"origin\":\"A\"}");
        assertThat(answer.get("heals").booleanValue()).isFalse();
        assertThat(answer.get("because").toString())
                .contains("A's push with k1@2 was lost on its way to B, by the scenario.")
                .contains("B's push with k2@3 reached A: B-now at A went from 1 to 3.")
                .contains("it thinks B is at 3 and offers only entries from 3 on.")
                .contains("No sync will ever bring it under remote-now; a full sync would.");
        JsonNode changed = answer.get("change").get("scenario");
        changed.get("steps").forEach(step -> {
            assertThat(step.get("time").isIntegralNumber()).isTrue();
            assertThat(step.get("do").isArray()).isTrue();
        });
        SimulatedRun run = SimulatedRun.of(ScenarioReader.read("changed", changed.toString()));
        run.playAll();
        assertThat(run.heals(new NodeId("B"), new Key("k1"))).isTrue();
    }

    @Test
    void theEndOfAnEarlierStepIsAskedAbout() throws IOException {
        JsonNode answer = answer("sample --at A --key waffle --step 3");
        assertThat(answer.get("heals").booleanValue()).isTrue();
        assertThat(answer.get("change").isNull()).isTrue();
        assertThat(answer.get("because").toString()).contains("The next sync B → A brings it.");
        assertThat(answer("sample --at A --key waffle --step 0").get("newest").isNull())
                .as("at the start nothing is written")
                .isTrue();
    }

    @Test
    void aKeyThatNobodyWroteHeals() throws IOException {
        JsonNode answer = answer("sample --at A --key nothing");
        assertThat(answer.get("holds").isNull()).isTrue();
        assertThat(answer.get("newest").isNull()).isTrue();
        assertThat(answer.get("heals").booleanValue()).isTrue();
        assertThat(answer.get("change").isNull()).isTrue();
    }

    @Test
    void theDeadHoldNothingAndWhatIsDeletedHasNoValue() throws IOException {
        String file = file("""
                  - do: [put: {at: A, key: k, value: v}, push: {from: A}]
                  - do: [delete: {at: B, key: k}, kill: {node: A}]
                """);
        JsonNode dead = answer(file + " --at A --key k");
        assertThat(dead.get("holds").isNull()).isTrue();
        assertThat(dead.get("newest")).hasToString("{\"value\":null,\"timestamp\":3,\"origin\":\"B\"}");
        assertThat(dead.get("heals").booleanValue()).isFalse();
        JsonNode stale = answer(file + " --at C --key k");
        assertThat(stale.get("holds")).hasToString("{\"value\":\"v\",\"timestamp\":2,\"origin\":\"A\"}");
        assertThat(stale.get("heals").booleanValue()).isTrue();
    }

    @Test
    void aFileInWhichMuchFailsIsAnsweredAsWell() throws IOException {
        String file = file("""
                  - do:
                    - put: {at: A, key: k, value: v}
                    - deliver: {from: A, to: B}
                    - start: {node: B}
                    - rule: {do: lose, from: A}
                    - put: {via: G1, key: l, value: w}
                    - pause: {node: C}
                    - push: {from: C}
                    - push: {from: A}
                    - expect: {at: B, key: k, value: other}
                """);
        assertThat(answer(file + " --at B --key k").get("because").toString())
                .contains("A's push with k@2 was lost on its way to B, by a rule.");
    }

    @Test
    void aRowIsExplained() throws IOException {
        JsonNode answer = answer("lost-update --at A --peer B");
        assertThat(answer.fieldNames()).toIterable().containsExactly("at", "peer", "now", "prev", "because");
        assertThat(answer.get("now").longValue()).isEqualTo(3);
        assertThat(answer.get("because").toString())
                .contains("A thinks B is at 3: its next sync to B offers only entries from 3 on.");
    }

    @Test
    void withoutAFormatItIsTextWithTheTimes() {
        assertThat(why("lost-update --at B --key k1")).isZero();
        assertThat(out.toString())
                .startsWith("Why does B lack k1@2?")
                .contains("  T = 4    A's push with k1@2 was lost on its way to B, by the scenario.")
                .contains("It would be there if A's push to B at T = 4 were not lost.\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lost-update --key k1|Missing required option: '--at=NODE'",
                "lost-update --at A|why needs either --key KEY or --peer NODE",
                "lost-update --at A --key k --peer B|why needs either --key KEY or --peer NODE",
                "lost-update --at Z --key k1|there is no node Z in this run; there are A and B",
                "lost-update --at A --peer A|a node has no row of itself",
                "lost-update --at A! --key k1|--at: \"A!\" is not a node name",
                "lost-update --at A --key [|--key: a key's characters have codes 33 to 126",
                "lost-update --at A --key k1 --step 6|--step 6: the scenario has steps 1 to 5, and 0 is its start",
                "lost-update --at A --key k1 --step -1|--step -1: the scenario has steps 1 to 5",
                "lost-update --at A --key k1 --format xml|\"xml\" is not one of text, json",
                "nowhere --at A --key k1|there is no bundled scenario \"nowhere\"",
                "no/such.yaml --at A --key k1|no/such.yaml"
            })
    void whatIsWrongIsNamedInOneLine(String arguments, String words) {
        assertThat(why(arguments)).isEqualTo(Main.USAGE);
        assertThat(err.toString()).contains(words).hasLineCount(1);
        assertThat(out.toString()).isEmpty();
    }
}
