package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import sosad.app.load.WanderingWrite;
import sosad.app.load.WanderingWrite.WanderingReply;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.PlainFormat;
import sosad.model.Value;
import sosad.model.Version;

/** Invented writes and winners. */
class ClockJudgementTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static WanderingWrite write(long number, NodeId server, WanderingReply told, long timestamp) {
        return new WanderingWrite(
                "k",
                number,
                server,
                number,
                told,
                timestamp == 0 ? Optional.empty() : Optional.of(new Version(timestamp, server, 1, number)));
    }

    private static WanderingWrite kept(long number, NodeId server, long timestamp) {
        return write(number, server, WanderingReply.KEPT, timestamp);
    }

    private static Entry held(long number, NodeId origin, long timestamp) {
        CRC32C seal = new CRC32C();
        seal.update(("k:" + number).getBytes(StandardCharsets.UTF_8));
        return new Entry(
                new Key("k"),
                Optional.of(Value.of(PlainFormat.format("%d:%08x", number, seal.getValue()))),
                new Version(timestamp, origin, 7, number));
    }

    private static ClockJudgement judged(List<WanderingWrite> writes, Entry... everywhere) {
        return ClockJudgement.of(writes, Map.of(A, List.of(everywhere), B, List.of(everywhere)));
    }

    @Test
    void theLastWriteWinsWhereClocksAreRight() {
        ClockJudgement judged = judged(List.of(kept(1, A, 10), kept(2, B, 20)), held(2, B, 20));
        assertThat(judged).isEqualTo(new ClockJudgement(1, 0, List.of(), List.of(), List.of()));
    }

    @Test
    void aWriteThatLostToAFastClockIsCountedWithBothVersions() {
        ClockJudgement judged = judged(List.of(kept(1, A, 5_000), kept(2, B, 20)), held(1, A, 5_000));
        assertThat(judged.wrong()).isEmpty();
        assertThat(judged.lostLater())
                .containsExactly("k: write 2 at B, version 20 of B, lost to the earlier write 1 of version 5000 of A");
    }

    @Test
    void aLossIsCountedThoughALaterWriteHasWonSince() {
        ClockJudgement judged =
                judged(List.of(kept(1, A, 5_000), kept(2, B, 20), kept(3, A, 6_000)), held(3, A, 6_000));
        assertThat(judged.wrong()).isEmpty();
        assertThat(judged.lostLater()).hasSize(1);
    }

    @Test
    void aWinnerWithTheSmallerVersionIsFound() {
        ClockJudgement judged = judged(List.of(kept(1, A, 5_000), kept(2, B, 20)), held(2, B, 20));
        assertThat(judged.wrong())
                .hasSize(2)
                .anyMatch(words -> words.startsWith("k: A holds write 2 of version 20 of B"));
    }

    @Test
    void whatWasToldAtOnceIsNoWrongWinner() {
        ClockJudgement judged =
                judged(List.of(kept(1, A, 5_000), write(2, B, WanderingReply.LOST_AT_ONCE, 0)), held(1, A, 5_000));
        assertThat(judged).isEqualTo(new ClockJudgement(1, 1, List.of(), List.of(), List.of()));
    }

    @Test
    void aLossWhoseVersionIsNotKnownIsNotExcused() {
        ClockJudgement judged = judged(List.of(kept(1, A, 5_000), kept(2, B, 0)), held(1, A, 5_000));
        assertThat(judged.lostLater()).isEmpty();
        assertThat(judged.unexplained()).hasSize(1);
    }

    @Test
    void aKeyThatIsGoneAndAValueThatNobodyWroteAreFound() {
        assertThat(judged(List.of(kept(1, A, 10))).wrong()).hasSize(2);
        assertThat(judged(List.of(kept(1, A, 10)), held(3, A, 30)).wrong())
                .hasSize(2)
                .allMatch(words -> words.endsWith("which nobody wrote"));
    }

    @Test
    void aWriteWithoutAnAnswerMayWinOrLose() {
        List<WanderingWrite> writes = List.of(kept(1, A, 10), write(2, B, WanderingReply.NONE, 0));
        assertThat(judged(writes, held(2, B, 20)).wrong()).isEmpty();
        assertThat(judged(writes, held(1, A, 10))).isEqualTo(new ClockJudgement(1, 0, List.of(), List.of(), List.of()));
    }
}
