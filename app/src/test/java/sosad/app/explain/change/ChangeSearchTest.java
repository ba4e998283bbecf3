package sosad.app.explain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.explain.change.DivergedRuns.Diverged;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.Branch;
import sosad.app.lab.Lab;
import sosad.app.lab.LabActor;
import sosad.app.lab.SimulatedRun;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioJson;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;

/** The smallest change that would have made it otherwise. */
class ChangeSearchTest {
    private static final boolean IS_THOROUGH = Boolean.getBoolean("thorough");
    private static final int RUNS = IS_THOROUGH ? 1_000 : 60;
    private static final double MOST_MILLIS = 200;

    /** The actions of the page on scenario files that any player of them knows, with their fields. */
    private static final Map<String, Set<String>> ACTIONS = Map.ofEntries(
            Map.entry("put", Set.of("at", "key", "value")),
            Map.entry("delete", Set.of("at", "key")),
            Map.entry("get", Set.of("at", "key", "expect")),
            Map.entry("expect", Set.of("at", "key", "value", "absent", "peer", "now", "prev", "converged")),
            Map.entry("push", Set.of("from", "to", "lose", "hold", "duplicate")),
            Map.entry("sync", Set.of("from", "to", "keys", "lose", "hold", "duplicate")),
            Map.entry("deliver", Set.of("from", "to", "nth")),
            Map.entry("discard", Set.of("from", "to", "nth")),
            Map.entry("trim", Set.of("from", "to", "keys", "nth")),
            Map.entry("kill", Set.of("node")),
            Map.entry("start", Set.of("node", "wipe")),
            Map.entry("pause", Set.of("node")),
            Map.entry("resume", Set.of("node")),
            Map.entry("cut", Set.of("between", "from", "to")),
            Map.entry("mend", Set.of("between", "from", "to")),
            Map.entry("skew", Set.of("node", "by")),
            Map.entry("message", Set.of("do", "from", "to", "nth", "steps", "keys")));

    private static Optional<Change> change(Scenario scenario, String at, String key) {
        return new ChangeSearch().find(scenario, new NodeId(at), new Key(key));
    }

    /** The first steps of a lesson. */
    private static Scenario lesson(String name, int steps) {
        Scenario lesson = BundledScenarios.load(name);
        return new Scenario(
                lesson.title(), lesson.about(), lesson.cluster(), lesson.steps().subList(0, steps));
    }

    private static Scenario scenario(String steps) {
        return ScenarioReader.read("test.yaml", """
                scenario: Test
                cluster: {nodes: [%s], content: remote-now}
                steps:
                """.formatted(steps.contains("C") ? "A, B, C" : "A, B") + steps);
    }

    private static void assertHelps(Change change, NodeId at, Key key) {
        String file = ScenarioJson.text(change.scenario());
        SimulatedRun run = SimulatedRun.of(ScenarioReader.read("changed.json", file));
        run.playAll();
        assertThat(run.continueFairly().heals(at, key)).as(file).isTrue();
    }

    private static void assertPlain(Change change) {
        JsonNode json = ScenarioJson.of(change.scenario());
        assertThat(json.fieldNames()).toIterable().containsOnly("scenario", "cluster", "steps");
        assertThat(json.get("cluster").fieldNames())
                .toIterable()
                .isSubsetOf("nodes", "start-time", "content", "timestamps", "schedule", "store");
        for (JsonNode step : json.get("steps")) {
            assertThat(step.fieldNames()).toIterable().contains("time", "do");
            assertThat(step.fieldNames()).toIterable().isSubsetOf("time", "title", "do", "in-flight");
            List<JsonNode> actions = new ArrayList<>();
            step.get("do").forEach(actions::add);
            step.path("in-flight").forEach(actions::add);
            for (JsonNode action : actions) {
                String name = action.fieldNames().next();
                assertThat(ACTIONS).containsKey(name);
                assertThat(action.get(name).fieldNames()).toIterable().isSubsetOf(ACTIONS.get(name));
            }
        }
    }

    @Test
    void ofRandomDivergedRunsNearlyAllGetOneEventThatHelpsAndEveryChangeSaidDoesHelp() {
        Map<ChangeKind, Integer> kinds = new EnumMap<>(ChangeKind.class);
        List<Double> millis = new ArrayList<>();
        for (Diverged run : DivergedRuns.first(RUNS, 1)) {
            long begin = System.nanoTime();
            Change change =
                    new ChangeSearch().find(run.scenario(), run.at(), run.key()).orElseThrow();
            millis.add((System.nanoTime() - begin) / 1e6);
            kinds.merge(change.kind(), 1, Integer::sum);
            assertHelps(change, run.at(), run.key());
            assertPlain(change);
        }
        millis.sort(null);
        if (IS_THOROUGH) {
            System.out.printf(
                    "%s; %.1f ms the median, %.1f the 99th, %.1f the longest%n",
                    kinds, millis.get(RUNS / 2), millis.get(RUNS * 99 / 100), millis.get(RUNS - 1));
            assertThat(millis.get(RUNS / 2)).isLessThan(MOST_MILLIS);
        }
        assertThat(kinds.getOrDefault(ChangeKind.RULE, 0)).isLessThanOrEqualTo(RUNS / 50);
    }

    @Test
    void inTheLostUpdateTheLostPushIsNamed() {
        Change change = change(lesson("lost-update", 5), "B", "k1").orElseThrow();

        assertThat(change.kind()).isEqualTo(ChangeKind.FATE);
        assertThat(change.sentence()).isEqualTo("A's push to B at T = 4 were not lost");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lost-update-per-key", "full-sync-heals", "latest-only"})
    void whereItHealsAnywayNothingIsSaid(String name) {
        Scenario lesson = BundledScenarios.load(name);
        for (NodeId node : lesson.cluster().nodes()) {
            assertThat(change(lesson, node.name(), "k1")).isEmpty();
        }
    }

    @Test
    void theChangedRunPartsFromTheRunWhereItIsChanged() {
        Scenario lesson = BundledScenarios.load("lost-update");
        Change change = change(lesson("lost-update", 5), "B", "k1").orElseThrow();
        try (Lab lab = new LabActor(
                (plan, listener) -> new SimulatedCluster(plan.nodes(), plan.rules(), plan.store()), event -> {})) {
            lab.open(lesson).join();
            for (int step = 0; step < lesson.steps().size(); step++) {
                lab.beginStep().join();
                lab.finishStep().join();
            }
            lab.openBranch(change.scenario(), change.title()).join();

            Branch shown = lab.branches().join().present();
            Snapshot last = shown.run().history().at(shown.fork());
            Snapshot changed = shown.run().history().at(shown.fork() + 1);
            assertThat(shown.parent()).isPresent();
            assertThat(last.time()).isEqualTo(4);
            assertThat(last.what()).isInstanceOf(RunEvent.StepOpened.class);
            assertThat(changed.what()).isInstanceOf(RunEvent.Sent.class);
        }
    }

    @Test
    void whatTheRunClaimsIsKeptUpToTheStepThatIsChanged() {
        Change change = change(lesson("lost-update", 5), "B", "k1").orElseThrow();
        List<Boolean> claims = change.scenario().steps().stream()
                .map(step -> step.actions().stream().anyMatch(Action.Expect.class::isInstance))
                .toList();
        assertThat(claims).containsExactly(true, true, false, false, false);
    }

    private static void assertChange(
            String steps, String at, ChangeKind kind, String sentence, Class<?>... changedEvents) {
        Scenario scenario = scenario(steps);
        Change change = change(scenario, at, "k").orElseThrow();

        assertThat(change.sentence()).isEqualTo(sentence);
        assertThat(change.kind()).isEqualTo(kind);
        assertHelps(change, new NodeId(at), new Key("k"));
        assertPlain(change);
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        assertThat(change.events())
                .extracting(event -> (Object) run.history().at(event).what().getClass())
                .containsExactly((Object[]) changedEvents);
    }

    @Test
    void aMessageThatIsStillHeldIsReleased() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}, push: {from: B, to: [A], hold: [A]}]
                  - do: [put: {at: A, key: l, value: v}, push: {from: A, to: [B]}]
                """, "A", ChangeKind.FATE, "B's push to A at T = 2 were released at T = 3", RunEvent.Sent.class);
    }

    @Test
    void aMessageIsNotDiscarded() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}, push: {from: B, to: [A], hold: [A]}]
                  - do: [put: {at: A, key: l, value: v}, push: {from: A, to: [B]}, discard: {from: B, to: A}]
                """, "A", ChangeKind.FATE, "B's push to A at T = 2 were not discarded", RunEvent.Handled.class);
    }

    @Test
    void aMessageIsNotCorrupted() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}]
                  - do: [push: {from: B, to: [A], corrupt: [A]}, put: {at: A, key: l, value: v}, push: {from: A, to: [B]}]
                """, "A", ChangeKind.FATE, "B's push to A at T = 3 were not corrupted", RunEvent.Sent.class);
    }

    @Test
    void aMessageKeepsItsChanges() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}, put: {at: B, key: m, value: v}, push: {from: B, to: [A], hold: [A]}]
                  - do: [put: {at: A, key: l, value: v}, push: {from: A, to: [B]},
                         trim: {from: B, to: A, keys: [k]}, deliver: {from: B, to: A}]
                """, "A", ChangeKind.FATE, "B's push to A at T = 2 were not trimmed", RunEvent.Handled.class);
    }

    @Test
    void twoMessagesArriveInTheOtherOrder() {
        assertChange(
                """
                  - do: [put: {at: B, key: k, value: v}, push: {from: B, lose: [A, C]}]
                  - do: [put: {at: A, key: l, value: v}, put: {at: C, key: m, value: v},
                         push: {from: A, to: [B]}, push: {from: C, to: [B]}]
                    in-flight: [message: {do: deliver, from: A, to: B}, sync: {from: B, to: [A]}]
                """,
                "A",
                ChangeKind.ORDER,
                "C's push reached B before A's push at T = 3",
                RunEvent.Delivered.class,
                RunEvent.Delivered.class);
    }

    @Test
    void aCrashIsLeftOut() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}]
                  - do: [kill: {node: A}, push: {from: B, to: [A]}, start: {node: A},
                         put: {at: A, key: l, value: v}, push: {from: A, to: [B]}]
                """, "A", ChangeKind.OMISSION, "A had not crashed at T = 3", RunEvent.Killed.class);
    }

    @Test
    void aCutIsLeftOut() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}]
                  - do: [cut: {from: B, to: A}, push: {from: B, to: [A]}, mend: all,
                         put: {at: A, key: l, value: v}, push: {from: A, to: [B]}]
                """, "A", ChangeKind.OMISSION, "the link B → A were not cut at T = 3", RunEvent.Cut.class);
    }

    @Test
    void aSyncStandsBetweenTwoSteps() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}]
                  - do: [push: {from: B, lose: [A]}]
                  - do: [put: {at: A, key: l, value: v}, push: {from: A}]
                  - do: [sync: {from: A}, sync: {from: B}, sync: {from: C}]
                """, "A", ChangeKind.ADDITION, "one sync B → A stood before T = 4", RunEvent.Delivered.class);
    }

    @Test
    void aDeadNodeIsStarted() {
        assertChange("""
                  - do: [put: {at: B, key: k, value: v}, push: {from: B}]
                  - do: [kill: {node: A}]
                """, "A", ChangeKind.ADDITION, "A were started after T = 3", RunEvent.Killed.class);
    }

    @Test
    void whatAGatewayAndStandingRulesDidIsSaidInPlainWords() {
        Scenario scenario = ScenarioReader.read("test.yaml", """
                scenario: Test
                cluster: {nodes: [A, B], content: remote-now, gateways: 1}
                steps:
                  - do: [rule: {do: lose, from: A}, put: {via: G1, key: k, value: v}, push: {from: A}]
                  - do: [put: {at: B, key: l, value: v}, push: {from: B}]
                """);

        Change change = change(scenario, "B", "k").orElseThrow();

        assertPlain(change);
        assertHelps(change, new NodeId("B"), new Key("k"));
        assertThat(change.sentence()).isEqualTo("one sync A → B stood before T = 3");
        assertThat(ScenarioJson.text(change.scenario()))
                .contains("{\"put\":{\"at\":\"A\",\"key\":\"k\",\"value\":\"v\"}}")
                .contains("{\"push\":{\"from\":\"A\",\"lose\":[\"B\"]}}");
    }

    /** Many steps after the cause, in which every node pushes and syncs. */
    private static Scenario longAgo(int steps) {
        StringBuilder text = new StringBuilder("""
                scenario: Test
                cluster: {nodes: [A, B, C], content: remote-now}
                steps:
                  - do: [put: {at: A, key: k, value: v}]
                  - do: [put: {at: B, key: l, value: v}]
                  - do: [push: {from: A, lose: [B, C]}, push: {from: B}]
                """);
        for (int step = 0; step < steps; step++) {
            text.append(
                    format("  - do: [put: {at: %s, key: x%d, value: v%d}", "ABC".charAt(step % 3), step % 10, step));
            for (String node : List.of("A", "B", "C")) {
                text.append(", push: {from: %s}, sync: {from: %s}".formatted(node, node));
            }
            text.append("]\n");
        }
        return ScenarioReader.read("long.yaml", text.toString());
    }

    @Test
    void ofAChangeLongAgoTheSearchComesToKnow() {
        Change change = change(longAgo(20), "B", "k").orElseThrow();

        assertThat(change.sentence()).isEqualTo("A's push to B at T = 4 were not lost");
    }

    @Test
    void ofALongRunTheSearchEndsAndSaysHowManyChangesItTried() {
        Scenario scenario = longAgo(IS_THOROUGH ? 500 : 40);
        long work = IS_THOROUGH ? Trials.MOST_WORK : 2_000;
        long begin = System.nanoTime();
        Change change = new ChangeSearch(work)
                .find(scenario, new NodeId("B"), new Key("k"))
                .orElseThrow();
        long millis = (System.nanoTime() - begin) / 1_000_000;

        if (IS_THOROUGH) {
            System.out.printf("a long run: %,d ms%n", millis);
        }
        assertThat(change.kind()).isEqualTo(ChangeKind.RULE);
        assertThat(change.sentence())
                .matches("none of the [\\d,]+ changes closest to the end helps; under [a-z-]+ it would be there");
        assertPlain(change);
        assertHelps(change, new NodeId("B"), new Key("k"));
    }

    /** At the end of the changed step only the disk of a dead node tells it from the run. */
    @Test
    void whatADeadNodeHasOnItsDiskIsThereAgainWhenItStarts() {
        Scenario scenario = ScenarioReader.read("test.yaml", """
                scenario: Test
                cluster: {nodes: [A, B], content: remote-now, store: disk}
                steps:
                  - do: [put: {at: B, key: k, value: v}]
                  - do: [push: {from: B}]
                    in-flight:
                      - message: {do: trim, from: B, to: A, keys: [k]}
                      - message: {do: deliver, from: B, to: A}
                      - kill: {node: A}
                  - do: [start: {node: A}, put: {at: A, key: m, value: v}, push: {from: A}]
                """);

        Change change = change(scenario, "A", "k").orElseThrow();

        assertThat(change.sentence()).isEqualTo("B's push to A at T = 3 were not trimmed");
        assertHelps(change, new NodeId("A"), new Key("k"));
    }

    /** Older than the start time, so that no sync offers it, and the push that was owed is forgotten. */
    @Test
    void whereNoEventHelpsTheNearestRuleThatDoesIsSaid() {
        Scenario scenario = ScenarioReader.read("test.yaml", """
                scenario: Test
                cluster: {nodes: [A, B], content: remote-now, store: disk}
                steps:
                  - do: [skew: {node: A, by: -9}, cut: {from: A, to: B}, put: {at: A, key: k, value: v}, kill: {node: A}]
                  - do: [mend: all, start: {node: A}]
                """);

        Change change = change(scenario, "B", "k").orElseThrow();

        assertThat(change.kind()).isEqualTo(ChangeKind.RULE);
        assertThat(change.sentence()).isEqualTo("no single change: the rule itself; under per-key it would be there");
        assertThat(change.statement()).startsWith("No single change");
        assertThat(change.title()).isEqualTo("Under per-key");
        assertHelps(change, new NodeId("B"), new Key("k"));
        assertPlain(change);
    }
}
