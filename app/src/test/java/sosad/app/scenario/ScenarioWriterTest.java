package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.message.Launch.StoreKind;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

@Tag("locale")
class ScenarioWriterTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");

    @Property(tries = 200)
    void whatIsWrittenIsReadBackAsItWas(@ForAll("scenarios") Scenario scenario) {
        assertThat(ScenarioReader.read("written.yaml", ScenarioWriter.write(scenario)))
                .isEqualTo(scenario);
    }

    @Property(tries = 200)
    void whatWasReadIsWrittenTheSameAgain(@ForAll("scenarios") Scenario scenario) {
        String once = ScenarioWriter.write(scenario);

        assertThat(ScenarioWriter.write(ScenarioReader.read("written.yaml", once)))
                .isEqualTo(once);
    }

    @Provide
    Arbitrary<Scenario> scenarios() {
        return ScenarioArbitraries.scenarios();
    }

    @Property(tries = 200)
    void everyActionTakesOneLine(@ForAll("actions") Action action) {
        assertThat(ActionWriter.lines(action)).singleElement().asString().doesNotContain("\n");
    }

    @Provide
    Arbitrary<Action> actions() {
        return ScenarioArbitraries.actions();
    }

    @Test
    void theArbitraryActionsAreAllActions() {
        Set<Class<?>> drawn = new HashSet<>();
        ScenarioArbitraries.actions().sampleStream().limit(2000).forEach(action -> drawn.add(action.getClass()));

        assertThat(drawn).containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    }

    @Test
    void aScenarioIsWrittenAsAPersonWouldWriteIt() {
        String yaml = """
                scenario: B's update is lost on its way to A
                about: |
                  A story
                  in two lines.
                cluster:
                  nodes: [A, B, C]
                  content: per-key
                  schedule: rolling
                steps:
                  - time: 2
                    title: B receives updates from the client
                    say: >-
                      B's client writes two entries. Nobody else knows of them yet: look at B's table, and then at the
                      tables of its peers.
                    do:
                      - put: {at: B, key: waffle, value: yoda}
                      - put: {at: B, key: grace, value: "jack, and jill"}
                      - get: {at: A, key: waffle, expect: null}
                      - push: {from: B, lose: [A]}
                  - time: 3
                """;

        assertThat(ScenarioWriter.write(ScenarioReader.read("lesson.yaml", yaml)))
                .isEqualTo(yaml);
    }

    @Test
    void whatIsDoneInFlightIsWrittenInTheWordsOfRules() {
        String yaml = """
                scenario: t
                cluster:
                  nodes: [A, B]
                  content: remote-now
                steps:
                  - time: 2
                    do:
                      - push: {from: A}
                    in-flight:
                      - message: {do: lose, from: A, to: B}
                      - message: {do: restore, from: A, to: B}
                      - message: {do: trim, from: A, to: B, nth: 2, keys: [k, l]}
                      - message: {do: delay, from: A, to: B, steps: 3}
                      - kill: {node: B}
                """;

        assertThat(ScenarioWriter.write(ScenarioReader.read("lesson.yaml", yaml)))
                .isEqualTo(yaml);
    }

    @Test
    void linksThatAreNotBetweenGroupsAreCutOneByOne() {
        Action cut = new Action.Cut(List.of(new Link(C, A), new Link(A, B)));

        assertThat(ActionWriter.lines(cut)).containsExactly("cut: {from: A, to: B}", "cut: {from: C, to: A}");
    }

    @Test
    void linksBetweenGroupsAreWrittenAsGroups() {
        Action mend =
                new Action.Mend(Optional.of(List.of(new Link(A, B), new Link(C, A), new Link(B, A), new Link(A, C))));

        assertThat(ActionWriter.lines(mend)).containsExactly("mend: {between: [[A], [B, C]]}");
    }

    @Test
    void twoBlanksAreNotFoldedAway() {
        Scenario scenario = new Scenario(
                "t",
                Optional.of("x".repeat(100) + "  y"),
                new ClusterPlan(List.of(A), Rules.DOCUMENT, StoreKind.MEMORY, 0),
                List.of());

        assertThat(ScenarioReader.read("written.yaml", ScenarioWriter.write(scenario)))
                .isEqualTo(scenario);
    }

    @Test
    void aScenarioWithoutStepsIsWrittenToo() {
        Scenario empty = new Scenario(
                "nothing",
                Optional.empty(),
                new ClusterPlan(List.of(A), Rules.DOCUMENT, StoreKind.MEMORY, 0),
                List.of());

        assertThat(ScenarioWriter.write(empty)).isEqualTo("""
                        scenario: nothing
                        cluster:
                          nodes: [A]
                          content: remote-now
                        steps: []
                        """);
    }
}
