package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.history.HistoryEvent;
import sosad.app.history.NodeState.Status;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.Fates;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** A run in memory repeats a run event by event, and goes on from any of them. */
class SimulatedRunTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private static PlayedRun played(long seed) {
        SimulatedRun run = SimulatedRun.of(RandomScenarios.of(seed));
        run.run().beginStep();
        run.run().act(new Action.Put(A, K, Value.of("by hand")));
        run.run().act(new Action.Push(A, Optional.empty(), Fates.NONE));
        run.playAll();
        return run.played();
    }

    private static PlayedRun played(String steps) {
        SimulatedRun run = SimulatedRun.of(scenario(steps));
        run.playAll();
        return run.played();
    }

    private static Scenario scenario(String steps) {
        return ScenarioReader.read("test.yaml", "scenario: Test\ncluster: {nodes: [A, B]}\nsteps:\n" + steps);
    }

    private static List<HistoryEvent> events(SimulatedRun run) {
        return run.history().snapshots().stream().map(Snapshot::event).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void itRepeatsARunEventByEvent(long seed) {
        PlayedRun played = played(seed);
        assertThat(SimulatedRun.repeat(played).history().snapshots())
                .isEqualTo(played.history().snapshots());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void atEveryMomentItIsWhatTheRunWasAndACopyGoesOnAsTheRunWent(long seed) {
        PlayedRun played = played(seed);
        List<Snapshot> then = played.history().snapshots();
        List<Integer> seen = new ArrayList<>();
        SimulatedRun.repeat(played, moment -> {
            int event = moment.present().index();
            seen.add(event);
            assertThat(moment.present()).isEqualTo(then.get(event));
            SimulatedRun goesOn = moment.copy();
            if (moment.present().phase() == Phase.ACTING && moment.present().step() > 1) { // in step 1 is a hand
                goesOn.finishStep();
                int end = goesOn.present().index();
                assertThat(goesOn.history().snapshots()).isEqualTo(then.subList(0, end + 1));
            }
            assertThat(moment.present().index()).isEqualTo(event);
        });
        assertThat(seen).isSorted().contains(0, then.size() - 1);
        for (int event = 0; event < then.size(); event++) {
            SimulatedRun at = SimulatedRun.repeat(played, event);
            assertThat(at.present().index()).isGreaterThanOrEqualTo(event);
            assertThat(events(at))
                    .isEqualTo(events(SimulatedRun.repeat(played))
                            .subList(0, at.history().size()));
        }
    }

    @Test
    void aStepThatIsLeftDoesNothingMore() {
        PlayedRun played = played("""
                  - do:
                    - put: {at: A, key: k, value: v}
                    - push: {from: A}
                    - kill: {node: B}
                    in-flight: [put: {at: A, key: l, value: w}]
                """);
        SimulatedRun run = SimulatedRun.repeat(played, 3);
        assertThat(run.present().queue()).hasSize(1);
        run.leaveStep();
        run.finishStep();
        assertThat(run.present().node(B).value(K)).isPresent();
        assertThat(run.present().node(A).value(new Key("l"))).isEmpty();
        assertThat(run.present().node(B).status()).isEqualTo(Status.UP);
    }

    @Test
    void whatRemoteNowHasLostDoesNotHealAndUnderFullItDoes() {
        PlayedRun played = played("""
                  - do: [put: {at: A, key: k, value: v}]
                  - do: [put: {at: B, key: l, value: w}]
                  - do: [push: {from: A, lose: [B]}, push: {from: B}]
                """);
        SimulatedRun run = SimulatedRun.repeat(played);
        assertThat(run.heals(B, K)).isFalse();
        assertThat(run.heals(A, new Key("l"))).isTrue();
        assertThat(run.heals(A, new Key("nobody"))).isTrue();
        assertThat(run.present().phase()).as("asked of a copy").isEqualTo(Phase.DELIVERED);
        int begun = played.endOfStep(2).orElseThrow();
        assertThat(SimulatedRun.repeat(played, begun).heals(B, K)).isTrue();
    }

    @Test
    void aHeldMessageStaysHeldAndADelayedOneComesWhenItIsDue() {
        String lost = """
                  - do: [put: {at: A, key: k, value: v}]
                  - do: [put: {at: B, key: l, value: w}]
                  - do: [push: {from: A%s}, push: {from: B}]
                """;
        assertThat(SimulatedRun.repeat(played(lost.formatted(", hold: [B]"))).heals(B, K))
                .isFalse();
        SimulatedRun held = SimulatedRun.of(scenario(lost.formatted("")));
        held.run().beginStep();
        held.run().beginStep();
        held.run().beginStep();
        long push = held.present().queue().get(0);
        held.run().handle(push, new MessageAction.DelayBy(2));
        held.finishStep();
        assertThat(held.present().node(B).value(K)).isEmpty();
        assertThat(held.heals(B, K)).isTrue();
    }

    @Test
    void whatComesOutOntoALinkThatIsMendedInTheSameStepIsNotLost() {
        SimulatedRun run = SimulatedRun.of(scenario("""
                  - do: [put: {at: A, key: k, value: v}]
                  - do: [put: {at: B, key: l, value: w}]
                  - do: [push: {from: A}, push: {from: B}]
                """));
        run.run().beginStep();
        run.run().beginStep();
        run.run().beginStep();
        long push = run.present().queue().get(0);
        run.run().handle(push, new MessageAction.DelayBy(2));
        run.finishStep();
        run.run().act(new Action.Cut(List.of(new Link(A, B))));
        run.finishStep();
        assertThat(run.heals(B, K)).isTrue();
        run.run().handle(push, MessageAction.LOSE);
        assertThat(run.heals(B, K)).isFalse();
    }

    @Test
    void aDeadNodeTakesNoPartAndNoRuleHarmsAMessage() {
        SimulatedRun run = SimulatedRun.repeat(played("""
                  - do: [put: {at: A, key: k, value: v}, rule: {do: lose}, push: {from: A}]
                  - do: [pause: {node: B}, cut: {from: A, to: B}]
                """));
        assertThat(run.heals(B, K)).isTrue();
        run.run().act(new Action.Kill(A));
        assertThat(run.heals(B, K)).as("nobody has it any more").isTrue();
        assertThat(run.heals(A, K)).isTrue();
        run.run().act(new Action.Kill(B));
        run.run().act(new Action.Start(A, false));
        run.run().act(new Action.Put(A, K, Value.of("w")));
        assertThat(run.heals(B, K)).as("the dead hold nothing").isFalse();
    }
}
