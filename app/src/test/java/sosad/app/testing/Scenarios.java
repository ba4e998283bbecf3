package sosad.app.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import sosad.app.scenario.Action;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Fates;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.ScenarioReader;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Rules;

/** Scenarios for tests of the window. */
public final class Scenarios {
    public static final NodeId A = new NodeId("A");
    public static final NodeId B = new NodeId("B");
    public static final NodeId C = new NodeId("C");

    private Scenarios() {}

    /** The document's sample with the contents it prints. */
    public static Scenario sample() {
        return new Scenario(
                "The document's sample",
                Optional.of("""
                        Three nodes, **A**, **B** and **C**, have just started; all know nothing of each other, so every \
                        `now` and every `prev` is at the start time 1.

                        Press **Next**: clients write at B and C, messages go out, one of them is *lost*. Watch which \
                        cells change when a message lands, and which node never hears of `waffle` and `grace` until T = 5.\
                        """),
                new ClusterPlan(List.of(A, B, C), Rules.DOCUMENT, StoreKind.MEMORY, 0),
                List.of(
                        step(
                                2,
                                "B receives updates from the client",
                                "A client writes `waffle` and `grace` at B. Nobody else knows of them yet: "
                                        + "a node tells its peers only when it *pushes* or *syncs*.",
                                put(B, "waffle", "yoda"),
                                put(B, "grace", "jack")),
                        step(
                                3,
                                "B pushes them; A's copy is lost",
                                "B offers both entries to A and to C. **The message to A is lost.** "
                                        + "There is no reply in this protocol, so B cannot notice.",
                                push(B, Set.of(A)),
                                put(C, "frogger", "munchkin")),
                        step(
                                4,
                                "C pushes that update",
                                "It goes to B and to A, which never received B's `waffle` and `grace`.",
                                push(C, Set.of()),
                                put(C, "tom", "turkey")),
                        step(
                                5,
                                "All nodes sync",
                                "Each node sends what is as new as what it has heard from the other, or newer. B thinks "
                                        + "A is at 1, so `waffle@2` and `grace@2` go out again: the loss is healed.",
                                sync(A, List.of(B, C), "frogger"),
                                sync(B, List.of(A), "waffle", "grace"),
                                sync(C, List.of(A, B), "frogger", "tom"))));
    }

    /** The sample's first step alone, on this many nodes. */
    public static Scenario wide(int nodes) {
        List<NodeId> names = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                .substring(0, nodes)
                .chars()
                .mapToObj(letter -> new NodeId(Character.toString(letter)))
                .toList();
        return new Scenario(
                nodes + " nodes",
                Optional.of("Many nodes."),
                new ClusterPlan(names, Rules.DOCUMENT, StoreKind.MEMORY, 0),
                List.of(
                        step(2, "A writes", "A client writes at A.", put(A, "k1", "one"), put(A, "k2", "two")),
                        step(3, "A pushes", "A pushes to everyone.", push(A, Set.of(B)))));
    }

    /** Three rules, a cut link, and messages in flight of which some are delayed or corrupt. */
    public static Scenario faults() {
        return ScenarioReader.read("faults.yaml", """
                scenario: Faults
                cluster: {nodes: [A, B, C], content: full}
                steps:
                  - title: The rules are set
                    do:
                      - rule: {do: hold, to: A, every: 3}
                      - rule: {do: delay, kind: push, steps: 2}
                      - rule: {do: corrupt, from: A, to: B, kind: sync}
                      - cut: {from: A, to: C}
                      - put: {at: A, key: waffle, value: yoda}
                      - put: {at: C, key: tom, value: turkey}
                      - push: {from: A, to: [B]}
                      - sync: {from: B, duplicate: [C]}
                      - sync: {from: C}
                      - sync: {from: A, to: [B]}
                  - title: The delayed message is still not due
                """);
    }

    /** The same with stores on disk. */
    public static Scenario onDisk(Scenario scenario) {
        ClusterPlan plan = scenario.cluster();
        return new Scenario(
                scenario.title(),
                scenario.about(),
                new ClusterPlan(plan.nodes(), plan.rules(), StoreKind.DISK, 0),
                scenario.steps());
    }

    public static List<BundledScenario> bundled() {
        return List.of(
                new BundledScenario(BundledScenario.SAMPLE, "The document's sample", Scenarios::sample),
                new BundledScenario("seven", "7 nodes", () -> wide(7)));
    }

    /** Those that come with the application. */
    public static List<BundledScenario> shipped() {
        return BundledScenarios.names().stream()
                .map(name -> new BundledScenario(name, BundledScenarios.title(name), () -> BundledScenarios.load(name)))
                .toList();
    }

    public static Action put(NodeId at, String key, String value) {
        return new Action.Put(at, new Key(key), Value.of(value));
    }

    public static Action push(NodeId from, Set<NodeId> lost) {
        return new Action.Push(from, Optional.empty(), new Fates(lost, Set.of(), Set.of()));
    }

    public static Action sync(NodeId from, List<NodeId> to, String... keys) {
        return new Action.Sync(
                from,
                Optional.of(to),
                Optional.of(Arrays.stream(keys).map(Key::new).toList()),
                Fates.NONE);
    }

    private static Step step(long time, String title, String say, Action... actions) {
        return new Step(time, Optional.of(title), Optional.empty(), Optional.of(say), List.of(actions), List.of());
    }
}
