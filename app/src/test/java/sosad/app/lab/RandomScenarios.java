package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Expectation;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.Scenario.Step;
import sosad.app.scenario.TrafficRule;
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

/** Scenarios in which much goes wrong, from a seed: few keys, all actions, all switches. */
public final class RandomScenarios {
    private final Random chance;
    private final List<NodeId> nodes = new ArrayList<>();
    private List<NodeId> gateways = List.of();

    private RandomScenarios(long seed) {
        chance = new Random(seed);
    }

    /** Returns the scenario of this seed. */
    public static Scenario of(long seed) {
        return new RandomScenarios(seed).scenario(seed);
    }

    private Scenario scenario(long seed) {
        int count = 2 + chance.nextInt(3);
        for (int i = 0; i < count; i++) {
            nodes.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        Content content = pick(List.of(Content.values()));
        Timestamps timestamps = content == Content.PER_KEY ? Timestamps.PER_KEY : pick(List.of(Timestamps.values()));
        Rules rules = new Rules(content, timestamps, pick(List.of(Schedule.values())), 1);
        ClusterPlan plan = new ClusterPlan(nodes, rules, pick(List.of(StoreKind.values())), chance.nextInt(3));
        gateways = plan.gatewayNames();
        List<Step> steps = new ArrayList<>();
        long time = 1;
        for (int i = 0; i < 6; i++) {
            time += 1 + chance.nextInt(3);
            List<Action> actions = new ArrayList<>();
            for (int j = chance.nextInt(9); j >= 0; j--) {
                actions.add(action());
            }
            List<Action> inFlight = new ArrayList<>();
            for (int j = chance.nextInt(6); j > 0; j--) {
                inFlight.add(chance.nextInt(4) == 0 ? action() : handle());
            }
            steps.add(new Step(time, Optional.empty(), Optional.empty(), Optional.empty(), actions, inFlight));
        }
        return new Scenario("random " + seed, Optional.empty(), plan, steps);
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private Key key() {
        return new Key("k" + chance.nextInt(4));
    }

    private Link link() {
        NodeId from = pick(nodes);
        List<NodeId> others = nodes.stream().filter(node -> !node.equals(from)).toList();
        return new Link(from, pick(others));
    }

    private Set<NodeId> some() {
        return chance.nextInt(4) == 0 ? Set.of(pick(nodes)) : Set.of();
    }

    private Fates fates() {
        Map<NodeId, Integer> delay = new TreeMap<>();
        some().forEach(node -> delay.put(node, 1 + chance.nextInt(2)));
        return new Fates(some(), some(), delay, some(), some());
    }

    private TrafficRule rule() {
        Treatment treatment = pick(List.of(Treatment.values()));
        Link link = link();
        return new TrafficRule(
                Optional.of(link.from()).filter(node -> chance.nextBoolean()),
                Optional.of(link.to()).filter(node -> chance.nextBoolean()),
                Optional.of(pick(FrameKind.MESSAGES)).filter(kind -> chance.nextInt(4) == 0),
                2 + chance.nextInt(2),
                treatment,
                treatment == Treatment.DELAY ? 1 : 0);
    }

    private Access access() {
        boolean via = !gateways.isEmpty() && chance.nextBoolean();
        return via ? Access.via(pick(gateways)) : Access.at(pick(nodes));
    }

    /** Mostly a node, for there are more of them. */
    private NodeId process() {
        List<NodeId> all = new ArrayList<>(nodes);
        all.addAll(gateways);
        return pick(all);
    }

    /** Only reads at a node go further than it. */
    private Action get() {
        Access access = access();
        boolean atNode = nodes.contains(access.name());
        ReadMode mode = atNode ? pick(List.of(ReadMode.values())) : ReadMode.LOCAL;
        boolean steps = mode != ReadMode.LOCAL && chance.nextBoolean();
        return new Action.Get(access, key(), mode, Optional.empty(), steps);
    }

    private Action handle() {
        MessageAction.Kind kind = pick(List.of(MessageAction.Kind.values()));
        MessageAction action =
                switch (kind) {
                    case DELAY -> new MessageAction.DelayBy(1 + chance.nextInt(2));
                    case TRIM -> new MessageAction.Trim(Set.of(key()));
                    case REORDER -> MessageAction.DELIVER;
                    default -> new MessageAction.Simple(kind);
                };
        return new Action.Handle(link(), 1 + chance.nextInt(2), action);
    }

    private Action action() {
        NodeId node = pick(nodes);
        return switch (chance.nextInt(28)) {
            case 0, 1, 2, 3 -> new Action.Put(access(), key(), Value.of("v" + chance.nextInt(1_000)));
            case 4 -> new Action.Delete(access(), key());
            case 5, 6, 7 -> new Action.Push(node, Optional.empty(), fates());
            case 8, 9, 10 -> new Action.Sync(node, Optional.empty(), Optional.empty(), fates());
            case 11 ->
                new Action.Sync(
                        node,
                        Optional.empty(),
                        Optional.of(Stream.of(key(), key()).distinct().toList()),
                        fates());
            case 12, 13 -> new Action.Deliver(link(), 1);
            case 14 -> new Action.Discard(link(), 1);
            case 15 -> new Action.Trim(link(), 1, Set.of(key()));
            case 16 -> new Action.Kill(process());
            case 17, 18 -> new Action.Start(process(), chance.nextInt(4) == 0);
            case 19 -> new Action.Pause(node);
            case 20 -> new Action.Resume(node);
            case 21 -> chance.nextBoolean() ? new Action.Cut(List.of(link())) : new Action.Mend(Optional.empty());
            case 22 -> new Action.Skew(node, chance.nextInt(7) - 3L);
            case 23 -> new Action.SetRule(rule());
            case 24 -> new Action.EndRule(chance.nextBoolean() ? OptionalInt.of(1) : OptionalInt.empty());
            default -> chance.nextInt(4) > 0 ? get() : new Action.Expect(new Expectation.Converged(true));
        };
    }
}
