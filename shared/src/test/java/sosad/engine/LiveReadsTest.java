package sosad.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.InquiryMessage;
import sosad.message.Live;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Reads that ask the peers of live nodes, in virtual time. */
class LiveReadsTest {
    private static final Live LIVE = Live.since(0);
    private static final Key K = new Key("k");
    private static final NodeId C = new NodeId("C");

    private final VirtualCluster cluster =
            new VirtualCluster(1, 3, new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1), LIVE);
    private final List<Reads.Outcome> outcomes = new ArrayList<>();

    private void read(String at, ReadMode mode) {
        cluster.read(at, K, mode, outcomes::add);
    }

    @Test
    void aReadThatNobodyAnswersFailsByNameAfterItsTime() {
        cluster.lose(message -> message.to().equals(C));
        read("A", ReadMode.NEWEST);
        cluster.run(LIVE.readMillis() - 1);
        assertThat(outcomes).isEmpty();
        cluster.run(1);
        assertThat(outcomes).singleElement().satisfies(outcome -> assertThat(outcome.silent())
                .containsExactly(C));
    }

    @ParameterizedTest
    @EnumSource(
            value = ReadMode.class,
            names = {"FIND", "NEWEST"})
    void whoHasReadWhatAClockAheadWroteCanOverwriteIt(ReadMode mode) {
        cluster.lose(message -> !(message instanceof InquiryMessage));
        writeAnHourAheadAtA();
        read("B", mode);
        cluster.run(10);
        assertThat(outcomes).singleElement().satisfies(outcome -> assertThat(outcome.entry())
                .isPresent());
        assertThatAWriteAtBWinsEverywhere();
    }

    @Test
    void whatARepairHasBroughtCanBeOverwritten() {
        cluster.lose(message -> !(message instanceof InquiryMessage));
        writeAnHourAheadAtA();
        read("A", ReadMode.NEWEST);
        cluster.run(10);
        assertThat(cluster.node("B").replica().entry(K)).isPresent();
        assertThatAWriteAtBWinsEverywhere();
    }

    private void writeAnHourAheadAtA() {
        cluster.node("A").skew(Live.MAX_MILLIS);
        cluster.write("A", "k", "ahead");
    }

    private void assertThatAWriteAtBWinsEverywhere() {
        cluster.write("B", "k", "later");
        cluster.lose(message -> false);
        cluster.run(5L * LIVE.syncMillis());
        for (String node : List.of("A", "B", "C")) {
            assertThat(cluster.node(node).replica().entry(K).orElseThrow().value())
                    .contains(Value.of("later"));
        }
    }

    @Test
    void nothingAboutReadsIsHandedToALinkThatIsClosed() {
        cluster.write("A", "k", "v");
        cluster.run(100);
        cluster.write("A", "k", "w");
        cluster.open("C", false);
        for (int i = 0; i < 100; i++) {
            read("A", ReadMode.NEWEST);
            read("C", ReadMode.NEWEST);
        }
        cluster.run(LIVE.readMillis());
        assertThat(cluster.sentToClosed).isZero();
        assertThat(outcomes).hasSize(200).allMatch(Reads.Outcome::isFailure);
    }

    @Test
    void inStepModeAQuestionWaitsForItsLink() {
        cluster.node("A").freeze();
        cluster.open("C", false);
        read("A", ReadMode.NEWEST);
        assertThat(cluster.sentToClosed).isEqualTo(1);
    }
}
