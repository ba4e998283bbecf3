package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.history.Fate;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.ScenarioReader;
import sosad.model.Key;
import sosad.model.NodeId;

/** What a scenario does to messages that are held, or wait for a paused node. */
class ParkedMessagesTest {
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private static History play(String... steps) {
        SimulatedRun run = SimulatedRun.of(ScenarioReader.read(
                "parked.yaml",
                "scenario: Parked\ncluster: {nodes: [A, B]}\nsteps:\n  - {" + String.join("}\n  - {", steps) + "}\n"));
        run.run().playAll();
        return run.history();
    }

    /** A message from A to B that is held, and what is done to it in its step. */
    private static String held(String what) {
        return "do: [put: {at: A, key: k, value: v}, push: {from: A, hold: [B]}], in-flight: [" + what + "]";
    }

    /** A message from A to B that waits, and what is done to it in its step. */
    private static String waiting(String what) {
        return "do: [pause: {node: B}, put: {at: A, key: k, value: v}, push: {from: A}], in-flight: [" + what + "]";
    }

    private static String message(String what) {
        return "message: {from: A, to: B, " + what + "}";
    }

    private static List<Message> messages(History history) {
        return history.present().messages();
    }

    private static List<String> failures(History history) {
        return history.snapshots().stream()
                .map(Snapshot::what)
                .filter(RunEvent.Failed.class::isInstance)
                .map(what -> ((RunEvent.Failed) what).reason())
                .toList();
    }

    @Test
    void aHeldMessageIsDeliveredAtOnce() {
        History history = play(held(message("do: deliver, state: held") + ", kill: {node: B}"));
        assertThat(messages(history)).extracting(Message::fate).containsExactly(Fate.DELIVERED);
    }

    @Test
    void aHeldMessageIsDuplicatedAndEachCopyLost() {
        History history = play(held(String.join(
                ", ",
                message("do: duplicate, state: held"),
                message("do: lose, state: held, nth: 2"),
                message("do: delay, state: held, steps: 1"))));
        assertThat(messages(history)).extracting(Message::fate).containsExactly(Fate.HELD, Fate.DISCARDED);
        assertThat(messages(history).get(0).stepsLeft()).isEqualTo(1);
        assertThat(failures(history)).isEmpty();
    }

    @Test
    void aDelayedMessageIsHeldForGoodAndOneThatIsHeldStays() {
        History history = play(
                held(message("do: delay, state: held, steps: 1") + ", " + message("do: hold, state: held")),
                "do: []",
                "in-flight: [" + message("do: hold, state: held") + "]");
        assertThat(messages(history)).extracting(Message::fate).containsExactly(Fate.HELD);
        assertThat(failures(history)).containsExactly("the message is held already");
    }

    @Test
    void aCorruptHeldMessageIsRefusedWhenItIsReleased() {
        History history = play(held(message("do: corrupt, state: held") + ", deliver: {from: A, to: B}"));
        assertThat(messages(history)).extracting(Message::fate).containsExactly(Fate.LOST);
        assertThat(history.present().node(B).value(K)).isEmpty();
    }

    @Test
    void aWaitingMessageIsLostHeldOrDelayedButNotDelivered() {
        assertThat(messages(play(waiting(message("do: lose, state: waiting")))))
                .extracting(Message::fate)
                .containsExactly(Fate.LOST);
        assertThat(messages(play(waiting(message("do: hold, state: waiting")))))
                .extracting(Message::fate)
                .containsExactly(Fate.HELD);
        History delayed =
                play(waiting(message("do: delay, state: waiting, steps: 1") + ", resume: {node: B}"), "do: []");
        assertThat(delayed.present().node(B).value(K)).isPresent();
        assertThat(failures(play(waiting(message("do: deliver, state: waiting")))))
                .containsExactly("B is paused");
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThat(failures(play(held(message("do: lose, state: held, nth: 2")))))
                .containsExactly("only 1 of the messages from A to B are held");
        assertThat(failures(play(held(message("do: lose, state: waiting")))))
                .containsExactly("no message is waiting from A to B");
    }
}
