package sosad.app.explain.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.HistoryEvent.Trigger;
import sosad.app.history.Message;
import sosad.app.history.Phase;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.lab.RandomHands;
import sosad.app.lab.RandomScenarios;
import sosad.app.lab.SimulatedRun;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageState;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioJson;
import sosad.app.scenario.ScenarioReader;
import sosad.protocol.Reads.ReadMode;

/** Runs in plain words. */
class TranslationTest {
    private static final int RUNS = Boolean.getBoolean("thorough") ? 3_000 : 60;

    private static Stream<Action> actions(Scenario scenario) {
        return scenario.steps().stream()
                .flatMap(step -> Stream.concat(step.actions().stream(), step.inFlight().stream()));
    }

    /** A read that asks other nodes may bring an entry to one, which plain words cannot say. */
    private static boolean asksOthers(Scenario scenario) {
        return actions(scenario).anyMatch(action -> action instanceof Action.Get get && get.mode() != ReadMode.LOCAL);
    }

    /**
     * What plain words cannot say of messages: that one held or lost as it was sent is to arrive twice, that one waits
     * for a paused node with its bytes changed, and in which order those go on that were delayed in different ways.
     */
    private static boolean isBeyondWords(History history) {
        boolean hasOddMessage = history.snapshots().stream()
                .flatMap(snapshot -> snapshot.messages().stream())
                .anyMatch(message -> (isHeldOrLost(message) && message.copies() > 1)
                        || (message.fate() == Fate.WAITING && message.corrupt()));
        long released = history.snapshots().stream()
                .filter(snapshot -> snapshot.phase() == Phase.ACTING
                        && snapshot.event().trigger() == Trigger.SCENARIO
                        && snapshot.what() instanceof RunEvent.Handled handled
                        && handled.handling() == RunEvent.Handling.RELEASED)
                .map(Snapshot::step)
                .collect(Collectors.groupingBy(step -> step, Collectors.counting()))
                .values()
                .stream()
                .filter(count -> count > 1)
                .count();
        return hasOddMessage || released > 0;
    }

    private static boolean isHeldOrLost(Message message) {
        return message.fate() == Fate.HELD || message.fate() == Fate.LOST;
    }

    private static SimulatedRun played(Scenario scenario) {
        SimulatedRun run = SimulatedRun.of(scenario);
        run.playAll();
        return run;
    }

    private static List<String> tables(SimulatedRun run) {
        List<String> tables = new ArrayList<>();
        run.history().snapshots().stream()
                .filter(snapshot -> snapshot.what() instanceof RunEvent.StepDone)
                .forEach(end -> RunRecord.comparable(end)
                        .forEach(node -> tables.add("%s: %s %s %s %s"
                                .formatted(end.time(), node.id(), node.status(), node.entries(), node.rows()))));
        return tables;
    }

    private static Scenario plain(Scenario scenario) {
        PlainRun plain = Translation.of(scenario);
        Replay replay = new Replay(plain);
        plain.steps().forEach(replay::play);
        return replay.written(scenario.title(), plain);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, RUNS).filter(seed -> !asksOthers(RandomScenarios.of(seed)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRunInPlainWordsIsTheSameRun(long seed) {
        SimulatedRun run = played(RandomScenarios.of(seed));
        if (isBeyondWords(run.history())) {
            return;
        }

        Scenario plain = plain(RandomScenarios.of(seed));

        assertThat(tables(played(plain))).isEqualTo(tables(run));
        assertThat(tables(played(ScenarioReader.read("plain", ScenarioJson.text(plain)))))
                .as("read from its file")
                .isEqualTo(tables(run));
    }

    /** What hands do to held and waiting messages has words of its own in a recorded scenario. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRunPlayedByHandIsTheSameRunInPlainWords(long seed) {
        Scenario byHand = new RandomHands(RandomScenarios.of(seed), seed)
                .play()
                .recorded()
                .scenario();
        SimulatedRun run = played(byHand);
        boolean hasWaitingCopies = run.history().snapshots().stream()
                .flatMap(snapshot -> snapshot.messages().stream())
                .anyMatch(message -> message.fate() == Fate.WAITING && message.copies() > 1);
        if (asksOthers(byHand) || isBeyondWords(run.history()) || hasWaitingCopies) {
            return;
        }

        Scenario plain = plain(byHand);

        assertThat(actions(plain))
                .noneMatch(
                        action -> action instanceof Action.Handle handle && handle.state() != MessageState.IN_FLIGHT);
        assertThat(tables(played(plain))).isEqualTo(tables(run));
    }

    private static Scenario parked(String hands) {
        return ScenarioReader.read(
                "test.yaml", """
                scenario: Test
                cluster: {nodes: [A, B], content: remote-now}
                steps:
                  - do: [put: {at: B, key: k, value: v}, pause: {node: A}, push: {from: B}]
                  - do: [put: {at: B, key: l, value: v}, sync: {from: B, hold: [A]}]
                    in-flight:
                """ + "      - message: {" + hands + "}\n  - do: [resume: {node: A}]\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            do: lose, state: waiting, from: B, to: A              | {"push":{"from":"B","lose":["A"]}}
            do: hold, state: waiting, from: B, to: A              | {"push":{"from":"B","hold":["A"]}}
            do: duplicate, state: waiting, from: B, to: A         | {"push":{"from":"B","duplicate":["A"]}}
            do: trim, state: waiting, from: B, to: A, keys: [k]   | {"trim":{"from":"B","to":"A","keys":["k"]}},{"deliver":{"from":"B","to":"A"}}
            do: lose, state: held, from: B, to: A                 | {"discard":{"from":"B","to":"A"}}
            do: trim, state: held, from: B, to: A, keys: [k]      | {"trim":{"from":"B","to":"A","keys":["k"]}}
            do: deliver, state: held, from: B, to: A              | {"deliver":{"from":"B","to":"A"}}
            do: delay, steps: 1, state: held, from: B, to: A      | "do":[{"deliver":{"from":"B","to":"A"}},{"resume"
            do: corrupt, state: held, from: B, to: A              | {"discard":{"from":"B","to":"A"}}
            """)
    void whatIsDoneToAParkedMessageHasPlainWords(String hand, String words) {
        Scenario plain = plain(parked(hand));

        assertThat(ScenarioJson.text(plain).replaceAll("\\s", "").replace(",\"nth\":1", ""))
                .contains(words);
        assertThat(tables(played(plain))).isEqualTo(tables(played(parked(hand))));
    }
}
