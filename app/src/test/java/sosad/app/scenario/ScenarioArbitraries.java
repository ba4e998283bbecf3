package sosad.app.scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import sosad.app.scenario.Expectation.Converged;
import sosad.app.scenario.Expectation.Holds;
import sosad.app.scenario.Expectation.Lacks;
import sosad.app.scenario.Expectation.RowIs;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.message.Launch.StoreKind;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.wire.FrameKind;

/** Any scenario that has a form in a file. */
final class ScenarioArbitraries {
    private static final List<NodeId> NODES =
            List.of(new NodeId("A"), new NodeId("B"), new NodeId("c"), new NodeId("n12"), new NodeId("null"));
    private static final List<NodeId> GATEWAYS = List.of(new NodeId("G1"), new NodeId("G2"));
    private static final long TIME = Bounds.MAX_TIME;

    private ScenarioArbitraries() {}

    static Arbitrary<Scenario> scenarios() {
        return Combinators.combine(
                        text(),
                        text().optional(),
                        rules(),
                        Arbitraries.of(StoreKind.class),
                        Arbitraries.integers().between(GATEWAYS.size(), ClusterPlan.MAX_GATEWAYS),
                        steps())
                .as((title, about, rules, store, gateways, steps) -> new Scenario(
                        title, about, new ClusterPlan(NODES, rules, store, gateways), after(rules.startTime(), steps)));
    }

    /** Turns each step's time, a gap so far, into a time after the step before. */
    private static List<Step> after(long startTime, List<Step> steps) {
        List<Step> placed = new ArrayList<>();
        long time = startTime;
        for (Step step : steps) {
            time += step.time();
            placed.add(new Step(time, step.title(), step.before(), step.say(), step.actions(), step.inFlight()));
        }
        return placed;
    }

    private static Arbitrary<List<Step>> steps() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.longs().between(1, 1_000_000),
                        text().optional(),
                        text().optional(),
                        text().optional(),
                        actionsOfDo().list().ofMaxSize(6),
                        actions().list().ofMaxSize(6))
                .as(Step::new);
        return step.list().ofMaxSize(5);
    }

    private static Arbitrary<Rules> rules() {
        return Combinators.combine(
                        Arbitraries.of(Content.class),
                        Arbitraries.of(Timestamps.class),
                        Arbitraries.of(Schedule.class),
                        Arbitraries.longs().between(-TIME, TIME - 10_000_000))
                .as((content, timestamps, schedule, start) -> new Rules(
                        content, content == Content.PER_KEY ? Timestamps.PER_KEY : timestamps, schedule, start));
    }

    /** Words that YAML or this reader might take for something else, sentences, and noise. */
    static Arbitrary<String> text() {
        Arbitrary<String> words = Arbitraries.of(
                "null",
                "~",
                "yes",
                "31",
                "1e3",
                "",
                " ",
                "\n",
                "a: b",
                "a #b",
                "- a",
                "{",
                "*a",
                "&a",
                "!x",
                "a:",
                "'",
                "\"",
                "\\",
                "---",
                "...",
                "?",
                "a\nb",
                "a\nb\n",
                "a\n\nb\n\n",
                " a\nb",
                "a\n b\n",
                "a\n\tb",
                "\ta",
                "a\n ",
                "\uFEFF",
                "\u2028",
                "\u0000",
                "é → 😀",
                "two  blanks",
                "# a\n# b\n",
                "%YAML 3.0",
                "`",
                "@a",
                "\r\n");
        Arbitrary<String> sentences = words.list().ofMaxSize(40).map(list -> String.join(" ", list));
        Arbitrary<String> prose = Arbitraries.of("node", "B's", "push", "lost,", "a", "of", "- it")
                .list()
                .ofMaxSize(60)
                .map(list -> String.join(" ", list));
        Arbitrary<String> noise = Arbitraries.strings().all().filter(ScenarioArbitraries::isWellFormed);
        return Arbitraries.oneOf(words, sentences, prose, noise);
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(code -> Character.getType(code) == Character.SURROGATE);
    }

    private static Arbitrary<Key> keys() {
        Arbitrary<String> noise = Arbitraries.strings()
                .withCharRange((char) 33, (char) 126)
                .ofMinLength(1)
                .ofMaxLength(128)
                .filter(text -> !text.contains("[") && !text.contains("]"));
        return Arbitraries.oneOf(Arbitraries.of("null", "~", "31", "N", "a:b", "{", "a,b"), noise)
                .map(Key::new);
    }

    private static Arbitrary<Value> values() {
        return text().map(Value::of);
    }

    private static Arbitrary<NodeId> nodes() {
        return Arbitraries.of(NODES);
    }

    private static Arbitrary<Access> accesses() {
        return Arbitraries.oneOf(
                nodes().map(Access::at), Arbitraries.of(GATEWAYS).map(Access::via));
    }

    private static Arbitrary<Link> links() {
        return nodes().flatMap(from -> nodes().filter(to -> !to.equals(from)).map(to -> new Link(from, to)));
    }

    private static Arbitrary<List<Link>> groupedLinks() {
        Arbitrary<List<Link>> grouped = Arbitraries.integers()
                .between(0, 3)
                .list()
                .ofSize(NODES.size())
                .map(ScenarioArbitraries::between)
                .filter(some -> !some.isEmpty());
        return Arbitraries.oneOf(grouped, links().map(List::of));
    }

    /** All links between the nodes of groups 1, 2 and 3; those of group 0 stand apart. */
    private static List<Link> between(List<Integer> groups) {
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < groups.size(); i++) {
            for (int j = 0; j < groups.size(); j++) {
                if (groups.get(i) > 0 && groups.get(j) > 0 && !groups.get(i).equals(groups.get(j))) {
                    links.add(new Link(NODES.get(i), NODES.get(j)));
                }
            }
        }
        return links;
    }

    private static Arbitrary<Fates> fates() {
        Arbitrary<Set<NodeId>> some = nodes().set().ofMaxSize(3);
        Arbitrary<Map<NodeId, Integer>> delay = Arbitraries.maps(
                        nodes(), Arbitraries.integers().between(1, TrafficRule.MAX_STEPS))
                .ofMaxSize(2);
        return Combinators.combine(some, some, delay, some, some).as(Fates::new);
    }

    private static Arbitrary<TrafficRule> rules(Treatment treatment) {
        Arbitrary<Integer> steps = treatment == Treatment.DELAY
                ? Arbitraries.integers().between(1, TrafficRule.MAX_STEPS)
                : Arbitraries.just(0);
        return Combinators.combine(
                        links(),
                        Arbitraries.of(true, false).list().ofSize(2),
                        Arbitraries.of(FrameKind.MESSAGES).optional(),
                        Arbitraries.integers().between(1, TrafficRule.MAX_EVERY),
                        steps)
                .as((link, ends, kind, every, delay) -> new TrafficRule(
                        Optional.of(link.from()).filter(node -> ends.get(0)),
                        Optional.of(link.to()).filter(node -> ends.get(1)),
                        kind,
                        every,
                        treatment,
                        delay));
    }

    private static Arbitrary<Optional<List<NodeId>>> destinations(NodeId from) {
        return nodes().filter(node -> !node.equals(from))
                .list()
                .uniqueElements()
                .ofMaxSize(3)
                .optional();
    }

    private static Arbitrary<Expectation> expectations() {
        Arbitrary<Long> times = Arbitraries.longs().between(-2 * TIME, 2 * TIME);
        return Arbitraries.oneOf(
                Combinators.combine(nodes(), keys(), values()).as(Holds::new),
                Combinators.combine(nodes(), keys()).as(Lacks::new),
                Combinators.combine(links(), times, times)
                        .as((link, now, prev) -> new RowIs(link.from(), link.to(), now, prev)),
                Arbitraries.of(new Converged(true), new Converged(false)));
    }

    private static Arbitrary<Action> actionsOfDo() {
        return actions().filter(action -> !(action instanceof Action.Handle));
    }

    private static Arbitrary<MessageAction> messageActions() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(1, TrafficRule.MAX_STEPS).map(MessageAction.DelayBy::new),
                keys().set().ofMaxSize(3).map(MessageAction.Trim::new),
                Arbitraries.of(
                        MessageAction.DELIVER,
                        MessageAction.LOSE,
                        MessageAction.DUPLICATE,
                        MessageAction.HOLD,
                        MessageAction.CORRUPT,
                        MessageAction.RESTORE));
    }

    static Arbitrary<Action> actions() {
        Arbitrary<Integer> nth = Arbitraries.integers().between(1, 1_000_000);
        Arbitrary<List<Key>> someKeys = keys().list().uniqueElements().ofMaxSize(3);
        List<Arbitrary<? extends Action>> all = List.of(
                Combinators.combine(accesses(), keys(), values())
                        .as((access, key, value) -> new Action.Put(access, key, value)),
                Combinators.combine(accesses(), keys()).as((access, key) -> new Action.Delete(access, key)),
                Combinators.combine(
                                accesses(),
                                keys(),
                                Arbitraries.of(ReadMode.class),
                                values().optional().optional(),
                                Arbitraries.of(true, false))
                        .as((access, key, mode, expected, step) -> {
                            boolean local = access.viaGateway() || mode == ReadMode.LOCAL;
                            return new Action.Get(access, key, local ? ReadMode.LOCAL : mode, expected, step && !local);
                        }),
                nodes().flatMap(from -> Combinators.combine(destinations(from), fates())
                        .as((to, fates) -> new Action.Push(from, to, fates))),
                nodes().flatMap(from -> Combinators.combine(destinations(from), someKeys.optional(), fates())
                        .as((to, keys, fates) -> new Action.Sync(from, to, keys, fates))),
                Combinators.combine(links(), nth).as(Action.Deliver::new),
                Combinators.combine(links(), nth).as(Action.Discard::new),
                Combinators.combine(links(), nth, someKeys)
                        .as((link, n, keys) -> new Action.Trim(link, n, new LinkedHashSet<>(keys))),
                Combinators.combine(links(), nth, messageActions(), Arbitraries.of(MessageState.class))
                        .as((link, n, action, state) -> new Action.Handle(
                                link,
                                n,
                                action,
                                action.kind() == MessageAction.Kind.RESTORE ? MessageState.IN_FLIGHT : state)),
                nodes().map(Action.Kill::new),
                Combinators.combine(nodes(), Arbitraries.of(true, false)).as(Action.Start::new),
                nodes().map(Action.Pause::new),
                nodes().map(Action.Resume::new),
                groupedLinks().map(Action.Cut::new),
                groupedLinks().optional().map(Action.Mend::new),
                Arbitraries.of(Treatment.class)
                        .flatMap(ScenarioArbitraries::rules)
                        .map(Action.SetRule::new),
                nth.optional()
                        .map(place -> place.map(OptionalInt::of).orElseGet(OptionalInt::empty))
                        .map(Action.EndRule::new),
                Combinators.combine(nodes(), Arbitraries.longs().between(-TIME, TIME))
                        .as(Action.Skew::new),
                expectations().map(Action.Expect::new));
        return Arbitraries.of(all).flatMap(action -> action.map(done -> (Action) done));
    }
}
