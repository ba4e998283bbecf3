package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.golden.Golden;
import sosad.app.testing.SchemaParts;
import sosad.app.yaml.YamlFileException;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/** {@code docs/schema/scenario.schema.json} agrees with the reader. */
@Tag("locale")
class ScenarioSchemaTest {
    private static final String HEAD =
            "scenario: a test\ncluster: {nodes: [A, B, C], gateways: 1}\nsteps:\n  - do: [{push: {from: A}}]\n    %s: [%s]\n";

    static List<String> bundled() {
        return BundledScenarios.names();
    }

    private static boolean isValid(String yaml) {
        return SchemaParts.faults(ScenarioSchema.make(), yaml).isEmpty();
    }

    private static String step(String action) {
        return HEAD.formatted("in-flight", action);
    }

    @Test
    void theFileIsTheSchema() {
        Golden.assertSchema("scenario.schema.json", ScenarioSchema.make().toPrettyString() + "\n");
    }

    @Test
    void everyActionOfTheReaderIsThere() {
        List<String> words = new ArrayList<>();
        ScenarioSchema.make()
                .at("/$defs/action/oneOf")
                .forEach(form -> form.at("/properties").fieldNames().forEachRemaining(words::add));
        ActionReader reader =
                new ActionReader(new ClusterPlan(List.of(new NodeId("A")), Rules.DOCUMENT, StoreKind.MEMORY, 0));
        assertThat(words).containsExactlyInAnyOrderElementsOf(reader.words());
    }

    @ParameterizedTest
    @MethodSource("bundled")
    void aLessonIsValid(String name) throws IOException {
        try (var in = BundledScenarios.class.getResourceAsStream(name + ".yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(SchemaParts.faults(ScenarioSchema.make(), text)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "put: {at: A, key: k, value: 31}",
                "delete: {via: gateway, key: k}",
                "get: {at: A, key: k, read: newest, expect: null}",
                "push: {from: A, to: [B], lose: [B], delay: {C: 2}}",
                "sync: {from: A, keys: [k], hold: [B], corrupt: [C], duplicate: [C]}",
                "deliver: {from: A, to: B, nth: 2}",
                "discard: {from: A, to: B}",
                "trim: {from: A, to: B, keys: [k]}",
                "kill: {node: G1}",
                "start: {node: A, wipe: true}",
                "pause: {node: A}",
                "resume: {node: A}",
                "cut: {between: [[A], [B, C]]}",
                "mend: {from: A, to: B}",
                "mend: all",
                "rule: {do: delay, steps: 2, every: 3, kind: push, from: A}",
                "end-rule: all",
                "end-rule: {nth: 1}",
                "skew: {node: A, by: -5}",
                "expect: {at: A, key: k, value: v}",
                "expect: {at: A, absent: k}",
                "expect: {at: A, peer: B, now: 2, prev: 1}",
                "expect: {converged: true}",
                "message: {do: lose, from: A, to: B, nth: 2}",
                "message: {do: delay, from: A, to: B, steps: 1}",
                "message: {do: trim, from: A, to: B, keys: [k]}",
            })
    void whatIsReadIsValid(String action) {
        String scenario = step("{%s}".formatted(action));
        assertThat(ScenarioReader.read("valid.yaml", scenario).steps()).hasSize(1);
        assertThat(SchemaParts.faults(ScenarioSchema.make(), scenario)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pusj: {from: A}",
                "push: {frm: A}",
                "push: {}",
                "push: {from: A, to: B}",
                "put: {at: A, key: k}",
                "put: {at: A, via: gateway, key: k, value: v}",
                "put: {key: k, value: v}",
                "put: {at: A, key: k, value: [v]}",
                "get: {at: A, key: k, read: old}",
                "deliver: {from: A, to: B, nth: 0}",
                "trim: {from: A, to: B}",
                "start: {node: A, wipe: perhaps}",
                "cut: {between: [[A]]}",
                "cut: {from: A}",
                "mend: some",
                "rule: {do: loose}",
                "rule: {do: lose, every: 0}",
                "skew: {node: A}",
                "expect: {at: A}",
                "expect: {converged: true, at: A}",
                "expect: {at: A, peer: B, now: soon, prev: 1}",
                "message: {do: reorder, from: A, to: B}",
                "message: {do: lose, from: A}",
                "push: {from: A}, sync: {from: A}",
            })
    void whatIsRefusedIsNotValid(String action) {
        String scenario = step("{%s}".formatted(action));
        assertThatThrownBy(() -> ScenarioReader.read("refused.yaml", scenario)).isInstanceOf(YamlFileException.class);
        assertThat(isValid(scenario)).isFalse();
    }

    @Test
    void aMessageIsHandledInFlightAlone() {
        String message = "{message: {do: lose, from: A, to: B}}";
        assertThat(isValid(HEAD.formatted("in-flight", message))).isTrue();
        assertThat(isValid(HEAD.replace("do:", "title: T")
                        .replace("[{push: {from: A}}]", "")
                        .formatted("do", message)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scenario: a\ncluster: {nodes: [A]}",
                "scenario: a\ncluster: {nodes: [A], colour: red}\nsteps: []",
                "scenario: a\ncluster: {nodes: [1A]}\nsteps: []",
                "scenario: a\ncluster: {nodes: []}\nsteps: []",
                "scenario: a\ncluster: {nodes: [A], content: remote}\nsteps: []",
                "scenario: a\ncluster: {nodes: [A], gateways: 5}\nsteps: []",
                "scenario: a\ncluster: {nodes: [A]}\nsteps: [{when: 2}]",
                "scenario: a\ncluster: {nodes: [A]}\nsteps: [{time: soon}]",
            })
    void aFileThatIsRefusedIsNotValid(String scenario) {
        assertThatThrownBy(() -> ScenarioReader.read("refused.yaml", scenario)).isInstanceOf(YamlFileException.class);
        assertThat(isValid(scenario)).isFalse();
    }
}
