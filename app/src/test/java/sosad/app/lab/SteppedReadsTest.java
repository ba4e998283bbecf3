package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.history.ClientRead;
import sosad.app.history.ClientRead.Answer;
import sosad.app.history.MemoryRun;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.TrafficRule;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.wire.FrameKind;

/** The questions, answers and repairs of a read that is stepped through are messages like any others. */
class SteppedReadsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Key K = new Key("k");

    private final MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B", "C");

    /** A alone holds what a client at B is about to ask for. */
    private MemoryRun asked(ReadMode mode) {
        return run.step(2, null).put("A", "k", "v").readInSteps("B", "k", mode).actionsDone();
    }

    private List<String> queue() {
        Snapshot present = run.present();
        return present.queue().stream()
                .map(id -> present.message(id).orElseThrow())
                .map(message -> message.kind() + " " + message.from() + message.to())
                .toList();
    }

    private Answer answer() {
        return run.present().reads().get(0).answer();
    }

    private Message message(String from, String to) {
        return run.present().message(run.message(from, to)).orElseThrow();
    }

    @Test
    void questionsStandInTheQueueAndAnswersAndRepairsJoinItsEnd() {
        asked(ReadMode.NEWEST);
        assertThat(queue()).containsExactly("ASK BA", "ASK BC");
        assertThat(answer()).isEqualTo(new Answer.Awaited());
        run.deliverNext();
        assertThat(queue()).containsExactly("ASK BC", "ANSWER AB");
        run.deliverNext().deliverNext();
        assertThat(run.present().node(B).entry(K)).as("before the last answer").isEmpty();
        run.deliverNext();
        assertThat(answer()).isEqualTo(new Answer.Got(Optional.of(Value.of("v")), Optional.empty()));
        assertThat(queue()).containsExactly("REPAIR BC");
        run.finish();
        assertThat(run.present().node(new NodeId("C")).value(K)).contains(Value.of("v"));
        assertThat(run.present().sent().step().total().messages()).isEqualTo(5);
    }

    @Test
    void aReadWhoseQuestionIsLostFailsAtTheEndOfTheStep() {
        asked(ReadMode.NEWEST).drop(run.message("B", "C"));
        run.finish();
        assertThat(answer()).isEqualTo(new Answer.Failed("NOANSWER C has not answered about k"));
        assertThat(run.present().node(B).entry(K)).isEmpty();
    }

    @Test
    void aHeldAnswerThatComesTooLateChangesNothing() {
        asked(ReadMode.NEWEST).deliverNext().hold(run.message("A", "B"));
        run.finish();
        assertThat(answer()).isEqualTo(new Answer.Failed("NOANSWER A has not answered about k"));
        run.step(3, null).actionsDone().deliver(run.message("A", "B")).finish();
        assertThat(message("A", "B").fate().isFinal()).isTrue();
        assertThat(run.present().node(B).entry(K)).isEmpty();
    }

    @Test
    void aDuplicateIsAnsweredTwiceAndOneAnswerCounts() {
        asked(ReadMode.FIND).duplicate(run.message("B", "A"));
        run.deliverNext();
        assertThat(queue()).containsExactly("ASK BC", "ANSWER AB", "ANSWER AB");
        run.finish();
        assertThat(answer()).isEqualTo(new Answer.Got(Optional.of(Value.of("v")), Optional.empty()));
        assertThat(run.history().snapshots())
                .filteredOn(one -> one.what() instanceof RunEvent.Read)
                .hasSize(1);
    }

    @Test
    void aCorruptQuestionIsRefusedAndARestoredOneGoesOn() {
        asked(ReadMode.NEWEST).corrupt(run.message("B", "A")).deliverNext();
        assertThat(message("B", "A").why()).contains("checksum");
        run.handle(run.message("B", "A"), MessageAction.RESTORE).finish();
        assertThat(message("B", "A").fate().isFinal()).isTrue();
    }

    @Test
    void rulesCoverThemByTheirKindAndByNone() {
        run.rule(new TrafficRule(
                Optional.empty(), Optional.empty(), Optional.of(FrameKind.ANSWER), 1, Treatment.LOSE, 0));
        asked(ReadMode.NEWEST).finish();
        assertThat(run.present().messages())
                .filteredOn(message -> message.kind() == FrameKind.ANSWER)
                .hasSize(2)
                .allMatch(message -> message.why().startsWith("by the rule"));
        assertThat(answer()).isEqualTo(new Answer.Failed("NOANSWER A, C have not answered about k"));
    }

    @Test
    void withoutStepRulesLeaveThemAlone() {
        run.rule(new TrafficRule(Optional.empty(), Optional.empty(), Optional.empty(), 1, Treatment.LOSE, 0));
        run.step(2, null).put("A", "k", "v").read("B", "k", ReadMode.NEWEST).actionsDone();
        assertThat(answer()).isEqualTo(new Answer.Got(Optional.of(Value.of("v")), Optional.empty()));
        assertThat(run.present().messages()).isEmpty();
    }

    @Test
    void theScenarioHandlesThemInFlightAndWhatIsNoUpdateIsNotTrimmed() {
        Link toC = new Link(B, new NodeId("C"));
        asked(ReadMode.NEWEST);
        assertThatThrownBy(() -> run.handle(run.message("B", "C"), new MessageAction.Trim(Set.of(K)))
                        .present())
                .isInstanceOf(ActionFailure.class)
                .hasMessageContaining("it is no update");
        MemoryRun other = new MemoryRun(Rules.DOCUMENT, "A", "B", "C")
                .step(2, null)
                .put("A", "k", "v")
                .readInSteps("B", "k", ReadMode.NEWEST)
                .actInFlight(new Action.Handle(toC, 1, MessageAction.LOSE))
                .finish();
        assertThat(other.present().reads())
                .extracting(ClientRead::answer)
                .containsExactly(new Answer.Failed("NOANSWER C has not answered about k"));
    }

    @Test
    void byHandItOpensAStepAndLeavesTheScript() {
        run.step(2, null).put("A", "k", "v").actionsDone().finish();
        assertThat(run.present().offScript()).isFalse();
        run.readInSteps("B", "k", ReadMode.FIND);
        assertThat(run.present().time()).isEqualTo(3);
        assertThat(run.present().offScript()).isTrue();
        assertThat(queue()).containsExactly("ASK BA", "ASK BC");
        run.deliverNext().deliverNext().deliverNext();
        assertThat(answer()).isEqualTo(new Answer.Got(Optional.of(Value.of("v")), Optional.empty()));
    }

    @Test
    void aPausedNodeIsAskedWhenItGoesOnAndADeadOneLosesTheQuestion() {
        run.step(2, null)
                .put("A", "k", "v")
                .pause("A")
                .kill("C")
                .readInSteps("B", "k", ReadMode.FIND)
                .actionsDone();
        assertThat(queue()).isEmpty();
        assertThat(message("B", "C").why()).isEqualTo("C is dead");
        run.resume("A");
        assertThat(queue()).containsExactly("ASK BA");
        run.finish();
        assertThat(answer()).isEqualTo(new Answer.Got(Optional.of(Value.of("v")), Optional.empty()));
    }

    @Test
    void anAnswerFollowsFromItsQuestion() {
        asked(ReadMode.FIND).deliverNext();
        List<RunEvent> causes = run.present().event().causes().stream()
                .map(cause -> cause.what())
                .toList();
        assertThat(run.present().what()).isInstanceOf(RunEvent.Sent.class);
        assertThat(causes)
                .anyMatch(cause ->
                        cause instanceof RunEvent.Sent sent && sent.message().kind() == FrameKind.ASK)
                .anyMatch(cause ->
                        cause instanceof RunEvent.Wrote wrote && wrote.node().equals(A));
    }
}
