package sosad.app.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.scenario.Action.Cut;
import sosad.app.scenario.Action.Delete;
import sosad.app.scenario.Action.Deliver;
import sosad.app.scenario.Action.Discard;
import sosad.app.scenario.Action.EndRule;
import sosad.app.scenario.Action.Expect;
import sosad.app.scenario.Action.Get;
import sosad.app.scenario.Action.Handle;
import sosad.app.scenario.Action.Kill;
import sosad.app.scenario.Action.Mend;
import sosad.app.scenario.Action.Pause;
import sosad.app.scenario.Action.Push;
import sosad.app.scenario.Action.Put;
import sosad.app.scenario.Action.Resume;
import sosad.app.scenario.Action.SetRule;
import sosad.app.scenario.Action.Skew;
import sosad.app.scenario.Action.Start;
import sosad.app.scenario.Action.Sync;
import sosad.app.scenario.Action.Trim;
import sosad.app.scenario.Expectation.Converged;
import sosad.app.scenario.Expectation.Holds;
import sosad.app.scenario.Expectation.Lacks;
import sosad.app.scenario.Expectation.RowIs;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.wire.FrameKind;

@Tag("locale")
class ActionReaderTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId C = new NodeId("C");
    private static final NodeId G1 = new NodeId("G1");
    private static final NodeId G2 = new NodeId("G2");
    private static final Key K = new Key("k");
    private static final Key L = new Key("l");
    private static final Value V = Value.of("v");
    private static final Link A_TO_B = new Link(A, B);

    @ParameterizedTest
    @MethodSource("actions")
    void anActionIsReadWithAllItsFields(String yaml, Action action) {
        assertThat(Lessons.action(yaml)).isEqualTo(action);
    }

    static List<Arguments> actions() {
        List<Arguments> all = new ArrayList<>(List.of(
                is("put: {at: A, key: k, value: v}", new Put(A, K, V)),
                is("delete: {at: A, key: k}", new Delete(A, K)),
                is("put: {via: G2, key: k, value: v}", new Put(Access.via(G2), K, V)),
                is("put: {via: gateway, key: k, value: v}", new Put(Access.via(G1), K, V)),
                is("delete: {via: G1, key: k}", new Delete(Access.via(G1), K)),
                is(
                        "get: {via: G1, key: k, expect: v}",
                        new Get(Access.via(G1), K, ReadMode.LOCAL, Optional.of(Optional.of(V)))),
                is("kill: {node: G1}", new Kill(G1)),
                is("start: {node: G2}", new Start(G2, false)),
                is("get: {at: A, key: k}", new Get(A, K, ReadMode.LOCAL, Optional.empty())),
                is("get: {at: A, key: k, read: newest}", new Get(A, K, ReadMode.NEWEST, Optional.empty())),
                is(
                        "get: {at: A, key: k, read: find, step: true}",
                        new Get(Access.at(A), K, ReadMode.FIND, Optional.empty(), true)),
                is("get: {at: A, key: k, read: find, step: false}", new Get(A, K, ReadMode.FIND, Optional.empty())),
                is("get: {at: A, key: k, expect: v}", new Get(A, K, ReadMode.LOCAL, Optional.of(Optional.of(V)))),
                is("get: {at: A, key: k, expect: null}", new Get(A, K, ReadMode.LOCAL, Optional.of(Optional.empty()))),
                is("get: {at: A, key: k, expect: ~}", new Get(A, K, ReadMode.LOCAL, Optional.of(Optional.empty()))),
                is(
                        "get: {at: A, key: k, expect: \"null\"}",
                        new Get(A, K, ReadMode.LOCAL, Optional.of(Optional.of(Value.of("null"))))),
                is("deliver: {from: A, to: B}", new Deliver(A_TO_B, 1)),
                is("deliver: {from: A, to: B, nth: 2}", new Deliver(A_TO_B, 2)),
                is("discard: {from: A, to: B}", new Discard(A_TO_B, 1)),
                is("discard: {from: A, to: B, nth: 3}", new Discard(A_TO_B, 3)),
                is("trim: {from: A, to: B, keys: [k, l]}", new Trim(A_TO_B, 1, Set.of(K, L))),
                is("trim: {from: A, to: B, keys: [k], nth: 2}", new Trim(A_TO_B, 2, Set.of(K))),
                is("kill: {node: A}", new Kill(A)),
                is("start: {node: A}", new Start(A, false)),
                is("start: {node: A, wipe: true}", new Start(A, true)),
                is("pause: {node: A}", new Pause(A)),
                is("resume: {node: A}", new Resume(A)),
                is("skew: {node: A, by: -3}", new Skew(A, -3)),
                is("skew: {node: A, by: +3}", new Skew(A, 3)),
                is("expect: {at: A, key: k, value: v}", new Expect(new Holds(A, K, V))),
                is("expect: {at: A, absent: k}", new Expect(new Lacks(A, K))),
                is("expect: {at: A, peer: B, now: 3, prev: -1}", new Expect(new RowIs(A, B, 3, -1))),
                is("expect: {converged: true}", new Expect(new Converged(true))),
                is("expect: {converged: false}", new Expect(new Converged(false)))));
        all.addAll(messages());
        all.addAll(links());
        all.addAll(rules());
        return all;
    }

    private static List<Arguments> messages() {
        Fates fates = new Fates(Set.of(A, B), Set.of(B), Set.of(C));
        return List.of(
                is("push: {from: A}", new Push(A, Optional.empty(), Fates.NONE)),
                is("push: {from: A, to: [C, B]}", new Push(A, Optional.of(List.of(C, B)), Fates.NONE)),
                is("push: {from: A, to: []}", new Push(A, Optional.of(List.of()), Fates.NONE)),
                is("push: {from: A, lose: [A, B], hold: [B], duplicate: [C]}", new Push(A, Optional.empty(), fates)),
                is(
                        "push: {from: A, delay: {B: 2, C: 99}, corrupt: [C]}",
                        new Push(
                                A,
                                Optional.empty(),
                                new Fates(Set.of(), Set.of(), Map.of(B, 2, C, 99), Set.of(C), Set.of()))),
                is("sync: {from: A}", new Sync(A, Optional.empty(), Optional.empty(), Fates.NONE)),
                is(
                        "sync: {from: A, to: [C], keys: [l, k], lose: [A, B], hold: [B], duplicate: [C]}",
                        new Sync(A, Optional.of(List.of(C)), Optional.of(List.of(L, K)), fates)),
                is("sync: {from: A, keys: []}", new Sync(A, Optional.empty(), Optional.of(List.of()), Fates.NONE)));
    }

    private static List<Arguments> rules() {
        TrafficRule everything =
                new TrafficRule(Optional.empty(), Optional.empty(), Optional.empty(), 1, Treatment.HOLD, 0);
        TrafficRule some =
                new TrafficRule(Optional.of(A), Optional.of(B), Optional.of(FrameKind.SYNC), 3, Treatment.DELAY, 2);
        return List.of(
                is("rule: {do: hold}", new SetRule(everything)),
                is("rule: {do: delay, from: A, to: B, kind: sync, every: 3, steps: 2}", new SetRule(some)),
                is("end-rule: {nth: 2}", new EndRule(OptionalInt.of(2))),
                is("end-rule: {}", new EndRule(OptionalInt.of(1))),
                is("end-rule: all", new EndRule(OptionalInt.empty())));
    }

    private static List<Arguments> links() {
        List<Link> some = List.of(A_TO_B, new Link(A, C), new Link(B, A), new Link(C, A));
        List<Link> all = new ArrayList<>(some);
        all.add(new Link(B, C));
        all.add(new Link(C, B));
        return List.of(
                is("cut: {from: A, to: B}", new Cut(List.of(A_TO_B))),
                is("cut: {between: [[A], [B, C]]}", new Cut(some)),
                is("cut: {between: [[A], [B], [C]]}", new Cut(all)),
                is("mend: all", new Mend(Optional.empty())),
                is("mend: {from: A, to: B}", new Mend(Optional.of(List.of(A_TO_B)))),
                is("mend: {between: [[C, B], [A]]}", new Mend(Optional.of(some))));
    }

    @ParameterizedTest
    @MethodSource("inFlight")
    void anActionInFlightIsReadWithAllItsFields(String yaml, Action action) {
        assertThat(Lessons.read(Lessons.doingInFlight(yaml)).steps().get(0).inFlight())
                .containsExactly(action);
    }

    private static List<Arguments> inFlight() {
        return List.of(
                is("message: {do: deliver, from: A, to: B}", new Handle(A_TO_B, 1, MessageAction.DELIVER)),
                is("message: {do: lose, from: A, to: B, nth: 3}", new Handle(A_TO_B, 3, MessageAction.LOSE)),
                is("message: {do: hold, from: A, to: B}", new Handle(A_TO_B, 1, MessageAction.HOLD)),
                is("message: {do: duplicate, from: A, to: B}", new Handle(A_TO_B, 1, MessageAction.DUPLICATE)),
                is(
                        "message: {do: delay, from: A, to: B, steps: 99}",
                        new Handle(A_TO_B, 1, new MessageAction.DelayBy(99))),
                is("message: {do: corrupt, from: A, to: B}", new Handle(A_TO_B, 1, MessageAction.CORRUPT)),
                is(
                        "message: {do: trim, from: A, to: B, nth: 2, keys: [l, k]}",
                        new Handle(A_TO_B, 2, new MessageAction.Trim(Set.of(K, L)))),
                is(
                        "message: {do: duplicate, state: held, from: A, to: B}",
                        new Handle(A_TO_B, 1, MessageAction.DUPLICATE, MessageState.HELD)),
                is(
                        "message: {do: lose, state: waiting, from: A, to: B, nth: 2}",
                        new Handle(A_TO_B, 2, MessageAction.LOSE, MessageState.WAITING)),
                is("message: {do: restore, from: A, to: B, nth: 2}", new Handle(A_TO_B, 2, MessageAction.RESTORE)),
                is("kill: {node: A}", new Kill(A)));
    }

    private static Arguments is(String yaml, Action action) {
        return Arguments.of(yaml, action);
    }

    @Test
    void theActionsReadHereAreAllActions() {
        Set<Class<?>> read = new HashSet<>();
        actions().forEach(arguments -> read.add(arguments.get()[1].getClass()));
        inFlight().forEach(arguments -> read.add(arguments.get()[1].getClass()));

        assertThat(read).containsExactlyInAnyOrder(Action.class.getPermittedSubclasses());
    }

    @Test
    void anActionMayBeWrittenInSeveralLines() {
        assertThat(Lessons.action("push:\n          from: A\n          lose:\n            - B"))
                .isEqualTo(new Push(A, Optional.empty(), new Fates(Set.of(B), Set.of(), Set.of())));
    }
}
