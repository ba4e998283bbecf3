package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import sosad.app.history.SentByKind.Sum;
import sosad.app.history.text.SentText;
import sosad.message.NodeMessage;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.wire.FrameKind;
import sosad.wire.PeerCodec;

class SentByKindTest {
    private final MemoryRun run = new MemoryRun(Rules.DOCUMENT, "A", "B", "C");

    private static long bytes(Message message) {
        return PeerCodec.encode(NodeMessage.of(message.id(), message.content())).bytes().length;
    }

    @Test
    void messagesCountWhenTheyAreSentWhateverBecomesOfThem() {
        run.step(2, null)
                .put("A", "waffle", "yoda")
                .put("A", "tom", "turkey")
                .push("A", "C")
                .actionsDone();
        long bytes = run.present().messages().stream()
                .mapToLong(SentByKindTest::bytes)
                .sum();
        assertThat(run.present().sent().step().kinds().keySet()).isEqualTo(Set.of(FrameKind.PUSH));
        assertThat(run.present().sent().step().of(FrameKind.PUSH)).isEqualTo(new Sum(2, 4, 0, bytes));
        run.duplicate(run.message("A", "B")).finish();
        assertThat(run.present().sent().step().total()).isEqualTo(new Sum(2, 4, 0, bytes));
    }

    @Test
    void theStepBeginsWithNothingAndTheRunGoesOn() {
        run.step(2, null).put("A", "waffle", "yoda").push("A").actionsDone().finish();
        SentByKind first = run.present().sent().run();
        run.step(3, null);
        assertThat(run.present().sent().step()).isEqualTo(SentByKind.NOTHING);
        assertThat(run.present().sent().run()).isEqualTo(first);
        run.sync("B").kill("C").start("C").actionsDone();
        SentCounts sent = run.present().sent();
        assertThat(sent.step().kinds().keySet()).isEqualTo(Set.of(FrameKind.SYNC, FrameKind.HELLO));
        assertThat(sent.step().of(FrameKind.HELLO).messages()).isEqualTo(2);
        assertThat(sent.run()).isEqualTo(first.plus(sent.step()));
    }

    @Test
    void questionsAnswersAndRepairsAreCountedToo() {
        run.step(2, null)
                .put("A", "waffle", "yoda")
                .read("B", "waffle", ReadMode.NEWEST)
                .actionsDone();
        SentByKind step = run.present().sent().step();
        assertThat(step.of(FrameKind.ASK))
                .extracting(Sum::messages, Sum::entries)
                .containsExactly(2L, 0L);
        assertThat(step.of(FrameKind.ANSWER))
                .extracting(Sum::messages, Sum::entries)
                .containsExactly(2L, 1L);
        assertThat(step.of(FrameKind.REPAIR))
                .extracting(Sum::messages, Sum::entries)
                .containsExactly(1L, 1L);
        assertThat(step.total().messages()).isEqualTo(5);
    }

    @Test
    void aQuestionThatWaitsForAPausedNodeCountsOnce() {
        run.step(2, null)
                .pause("A")
                .read("B", "waffle", ReadMode.NEWEST)
                .resume("A")
                .actionsDone();
        assertThat(run.present().sent().step().of(FrameKind.ASK).messages()).isEqualTo(2);
    }

    @Test
    void inWordsAndInFewWords() {
        run.step(2, null)
                .put("A", "waffle", "yoda")
                .push("A", "B")
                .actionsDone()
                .finish();
        long bytes = run.present().sent().run().total().bytes();
        run.step(3, null);
        assertThat(SentText.of(run.present().sent()))
                .isEqualTo("sent in this step: nothing · in the run: 2 messages, 2 entries, " + bytes + " bytes");
        assertThat(SentText.brief(run.present().sent()))
                .isEqualTo("step: 0 messages, 0 bytes · run: 2 messages, " + bytes + " bytes");
    }
}
