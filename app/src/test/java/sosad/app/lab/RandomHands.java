package sosad.app.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.Message;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.Preconditions;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.ClusterPlan;
import sosad.app.scenario.Expectation;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.wire.FrameKind;

/** A person who plays a scenario and does at random whatever the window offers, from a seed. */
public final class RandomHands {
    private final Scenario scenario;
    private final Random chance;
    private final List<NodeId> nodes;
    private final List<NodeId> processes;
    private StepRun run;

    /** Hands on a scenario. */
    public RandomHands(Scenario scenario, long seed) {
        this.scenario = scenario;
        this.chance = new Random(seed * 31 + 7);
        this.nodes = scenario.cluster().nodes();
        this.processes = new ArrayList<>(nodes);
        processes.addAll(scenario.cluster().gatewayNames());
    }

    private StepRun fresh() {
        ClusterPlan plan = scenario.cluster();
        SimulatedCluster cluster = new SimulatedCluster(plan.nodes(), plan.rules(), plan.store(), plan.gatewayNames());
        cluster.startAll();
        return new StepRun(scenario, cluster, snapshot -> {});
    }

    /** Returns the run after many turns; its last step is over. */
    public StepRun play() {
        run = fresh();
        for (int i = 0; i < 45; i++) {
            try {
                turn();
            } catch (ActionFailure refused) {
                // as it would be shown to the user
            }
        }
        run.finishStep();
        return run;
    }

    private void turn() {
        switch (chance.nextInt(16)) {
            case 0, 1 -> {
                if (!run.player().isAtEnd()) {
                    run.beginStep();
                }
            }
            case 2, 3, 4 -> run.deliverNext();
            case 5 -> run.tick();
            case 6, 7, 8 -> run.act(action());
            case 9 -> outside();
            case 10 -> {
                if (chance.nextInt(4) == 0) {
                    run.heal();
                } else if (chance.nextBoolean()) {
                    back();
                }
            }
            default -> handle();
        }
    }

    /** Repeats on fresh nodes all but what was done since the last stop. */
    private void back() {
        if (run.record().isEmpty()) {
            return;
        }
        List<RunRecord.Done> kept = run.record().untilStopBefore(chance.nextBoolean());
        run = fresh();
        for (RunRecord.Done done : kept) {
            try {
                run.take(done.input());
            } catch (ActionFailure failed) {
                // as it had before
            }
        }
    }

    private void outside() {
        NodeId node = pick(processes);
        if (chance.nextInt(4) == 0) {
            if (run.present().hasProcess(node)) {
                run.take(new Input.Death(node));
            }
        } else if (nodes.contains(node)
                && Preconditions.unmet(run.present(), new Action.Delete(node, key()))
                        .isEmpty()) {
            run.take(new Input.OutsideWrite(
                    chance.nextBoolean() ? new Action.Put(node, key(), value()) : new Action.Delete(node, key())));
        }
    }

    private <T> T pick(List<T> all) {
        return all.get(chance.nextInt(all.size()));
    }

    private Key key() {
        return new Key("k" + chance.nextInt(4));
    }

    private Value value() {
        return Value.of("h" + chance.nextInt(100));
    }

    private Link link() {
        NodeId from = pick(nodes);
        return new Link(
                from, pick(nodes.stream().filter(node -> !node.equals(from)).toList()));
    }

    private Access access() {
        List<NodeId> gateways = scenario.cluster().gatewayNames();
        return gateways.isEmpty() || chance.nextBoolean() ? Access.at(pick(nodes)) : Access.via(pick(gateways));
    }

    private Optional<List<NodeId>> destinations(NodeId from) {
        return chance.nextBoolean()
                ? Optional.empty()
                : Optional.of(List.of(
                        pick(nodes.stream().filter(node -> !node.equals(from)).toList())));
    }

    private TrafficRule rule() {
        Treatment treatment = pick(List.of(Treatment.values()));
        Link link = link();
        return new TrafficRule(
                Optional.of(link.from()).filter(node -> chance.nextBoolean()),
                Optional.of(link.to()).filter(node -> chance.nextInt(4) == 0),
                Optional.of(pick(FrameKind.MESSAGES)).filter(kind -> chance.nextInt(4) == 0),
                1 + chance.nextInt(3),
                treatment,
                treatment == Treatment.DELAY ? 1 + chance.nextInt(2) : 0);
    }

    private Fates fates(NodeId from) {
        Set<NodeId> one = Set.of(link(from));
        return switch (chance.nextInt(12)) {
            case 0 -> new Fates(one, Set.of(), Set.of());
            case 1 -> new Fates(Set.of(), one, Set.of());
            case 2 -> new Fates(Set.of(), Set.of(), one);
            case 3 -> new Fates(Set.of(), Set.of(), Map.of(link(from), 2), Set.of(), Set.of());
            default -> Fates.NONE;
        };
    }

    private NodeId link(NodeId from) {
        return pick(nodes.stream().filter(node -> !node.equals(from)).toList());
    }

    private Action action() {
        NodeId node = pick(nodes);
        Access access = access();
        return switch (chance.nextInt(26)) {
            case 0, 1, 2 -> new Action.Put(access, key(), value());
            case 3 -> new Action.Delete(access, key());
            case 4, 5 -> new Action.Push(node, destinations(node), fates(node));
            case 6, 7 ->
                new Action.Sync(
                        node,
                        destinations(node),
                        Optional.of(List.of(key())).filter(some -> chance.nextBoolean()),
                        fates(node));
            case 8 -> new Action.Cut(List.of(link()));
            case 9 -> new Action.Cut(List.of(link(), link(), link()));
            case 10 -> new Action.Mend(Optional.of(List.of(link())));
            case 11 -> new Action.Mend(Optional.empty());
            case 12 -> new Action.Skew(node, chance.nextInt(7) - 3L);
            case 13 -> new Action.SetRule(rule());
            case 14 -> new Action.EndRule(chance.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(1));
            case 15 -> new Action.Get(access, key(), ReadMode.LOCAL, Optional.empty());
            case 16, 17 ->
                new Action.Get(
                        Access.at(node),
                        key(),
                        chance.nextBoolean() ? ReadMode.NEWEST : ReadMode.FIND,
                        Optional.empty(),
                        chance.nextInt(3) > 0);
            case 18 -> new Action.Pause(node);
            case 19 -> new Action.Resume(node);
            case 20 -> new Action.Expect(new Expectation.Converged(chance.nextBoolean()));
            case 21 -> chance.nextBoolean() ? new Action.Deliver(link(), 1) : new Action.Discard(link(), 1);
            case 22 -> new Action.Kill(pick(processes));
            default -> {
                NodeId process = pick(processes);
                yield run.present().hasProcess(process)
                        ? chance.nextInt(3) > 0 ? new Action.Resume(node) : new Action.Kill(process)
                        : new Action.Start(process, nodes.contains(process) && chance.nextBoolean());
            }
        };
    }

    /** Does to any message any of what can be done to it, as its buttons do. */
    private void handle() {
        List<Message> all = run.present().messages();
        if (all.isEmpty()) {
            return;
        }
        Message message = pick(all);
        List<Kind> kinds = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (Preconditions.unmet(run.present(), message, kind).isEmpty()) {
                kinds.add(kind);
            }
        }
        if (kinds.isEmpty()) {
            return;
        }
        Kind kind = pick(kinds);
        run.handle(
                message.id(),
                switch (kind) {
                    case DELAY -> new MessageAction.DelayBy(1 + chance.nextInt(2));
                    case TRIM -> new MessageAction.Trim(Set.of(key()));
                    case REORDER ->
                        new MessageAction.Reorder(
                                1 + chance.nextInt(run.present().queue().size()));
                    default -> new MessageAction.Simple(kind);
                });
    }
}
