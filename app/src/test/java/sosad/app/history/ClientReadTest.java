package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.history.ClientRead.Answer;
import sosad.app.history.text.Sentences;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;

class ClientReadTest {
    private final MemoryRun run = new MemoryRun(Rules.DOCUMENT, 1, "A", "B", "C");

    private ClientRead last() {
        return run.present().reads().get(run.present().reads().size() - 1);
    }

    private Optional<Value> got() {
        return ((Answer.Got) last().answer()).value();
    }

    /** Both hold yoda, and A alone the newer luke, whose push to B is in flight and whose push to C is lost. */
    private void write() {
        run.step(2, null).put("A", "waffle", "yoda").push("A").actionsDone().finish();
        run.step(3, null).put("A", "waffle", "luke").push("A", "C").actionsDone();
    }

    @Test
    void anAnswerIsStaleIfALiveNodeHoldsSomethingNewer() {
        write();
        run.get("B", "waffle");
        assertThat(last().isStale()).isTrue();
        assertThat(got()).contains(Value.of("yoda"));
        assertThat(Sentences.of(last()))
                .isEqualTo("A client reads waffle at B and gets yoda. That is stale: waffle@3 is newer.");
        run.get("A", "waffle");
        assertThat(last().isStale()).isFalse();
        run.deliverNext().get("B", "waffle");
        assertThat(got()).contains(Value.of("luke"));
        assertThat(last().isStale()).isFalse();
    }

    @Test
    void whatAPausedNodeHoldsCountsAndWhatADeadOneHeldDoesNot() {
        write();
        run.pause("A").get("C", "waffle");
        assertThat(last().isStale()).isTrue();
        run.resume("A").kill("A").get("C", "waffle");
        assertThat(last().isStale()).isFalse();
    }

    @Test
    void nothingIsStaleWhereSomethingIsHeldButNotWhereItIsDeleted() {
        write();
        run.step(4, null).put("A", "grace", "hopper").actionsDone().get("B", "grace");
        assertThat(got()).isEmpty();
        assertThat(last().isStale()).isTrue();
        run.delete("A", "grace").get("B", "grace");
        assertThat(last().isStale()).isFalse();
    }

    @Test
    void theNewestOfAllIsNeverStaleAndTheFirstThatIsFoundMayBe() {
        write();
        run.read("C", "waffle", ReadMode.NEWEST);
        assertThat(got()).contains(Value.of("luke"));
        assertThat(last().isStale()).isFalse();
        run.step(4, null).put("B", "tom", "old").push("B", "C").actionsDone().finish();
        run.put("B", "tom", "new").read("C", "tom", ReadMode.FIND);
        assertThat(got()).contains(Value.of("old"));
        assertThat(last().isStale()).isTrue();
    }

    @Test
    void aReadIsOneFromItsBeginningToItsEndAndEndsWithTheStep() {
        run.step(2, null).pause("B").read("A", "waffle", ReadMode.NEWEST).actionsDone();
        assertThat(run.present().reads()).singleElement().satisfies(read -> assertThat(read.isAwaited())
                .isTrue());
        run.finish();
        assertThat(run.present().reads()).singleElement().satisfies(read -> assertThat(read.answer())
                .isEqualTo(new Answer.Failed("NOANSWER B has not answered about waffle")));
        run.step(3, null);
        assertThat(run.present().reads()).isEmpty();
    }

    @Test
    void aReadAtAPausedNodeWaitsOverTheStep() {
        run.step(2, null)
                .pause("B")
                .read("A", "waffle", ReadMode.NEWEST)
                .pause("A")
                .actionsDone()
                .finish();
        run.step(3, null).actionsDone();
        assertThat(last().isAwaited()).isTrue();
    }

    @Test
    void aReadThroughAGatewayNamesTheNode() {
        write();
        run.get("G1", "waffle").get("G1", "waffle");
        assertThat(last().node()).isEqualTo(new NodeId("B"));
        assertThat(last().via()).contains(new NodeId("G1"));
        assertThat(last().isStale()).isTrue();
    }
}
