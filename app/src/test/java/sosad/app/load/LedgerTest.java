package sosad.app.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.NodeId;

@Tag("locale")
class LedgerTest {
    private final Ledger ledger = new Ledger(new NodeId("A"));

    private void acknowledged(String key, long number) {
        ledger.sent(key, number, 100 * number);
        ledger.acknowledged(key, number);
    }

    private void unanswered(String key, long number) {
        ledger.sent(key, number, 100 * number);
        ledger.unanswered(key, number);
    }

    private static Map<String, String> held(String key, long number) {
        return Map.of(key, Stamp.of(key, number));
    }

    @Test
    void whatWasAcknowledgedMustBeThere() {
        acknowledged("A:1", 1);
        assertThat(ledger.missing(held("A:1", 1))).isEmpty();
        assertThat(ledger.missing(Map.of()))
                .extracting(MissingWrite::words)
                .containsExactly("A:1 = 1 was acknowledged; nothing is held");
    }

    @Test
    void anOlderWriteIsNoReplacement() {
        acknowledged("k", 1);
        acknowledged("k", 2);
        assertThat(ledger.missing(held("k", 1)))
                .extracting(MissingWrite::words)
                .containsExactly("k = 2 was acknowledged; 1 is held");
    }

    @Test
    void whatIsMissingCouldOnlyGoWithAStoreThatWasEmptiedAfterWhatIsHeldInsteadWasSent() {
        acknowledged("k", 1);
        acknowledged("k", 2);
        acknowledged("k", 3);
        assertThat(ledger.missing(held("k", 2)))
                .extracting(MissingWrite::sinceNanos)
                .containsExactly(200L);
        assertThat(ledger.missing(Map.of()))
                .extracting(MissingWrite::sinceNanos)
                .containsExactly(300L);
    }

    @Test
    void whatWasNeverAnsweredMayBeThereOrNotEvenIfItIsOlder() {
        acknowledged("k", 1);
        unanswered("k", 2);
        acknowledged("k", 3);
        unanswered("k", 4);
        assertThat(ledger.missing(held("k", 2))).isEmpty();
        assertThat(ledger.missing(held("k", 3))).isEmpty();
        assertThat(ledger.missing(held("k", 4))).isEmpty();
        assertThat(ledger.missing(held("k", 1))).hasSize(1);
    }

    @Test
    void anyChangeOfWhatWasWrittenIsSeen() {
        acknowledged("k", 12);
        String written = Stamp.of("k", 12);
        assertThat(ledger.wrong("k", written)).isEmpty();
        for (int i = 0; i < written.length(); i++) {
            StringBuilder changed = new StringBuilder(written);
            changed.setCharAt(i, (char) (written.charAt(i) ^ 1));
            assertThat(ledger.wrong("k", changed.toString())).isPresent();
        }
        assertThat(ledger.wrong("l", written)).as("under another key").isPresent();
        assertThat(ledger.wrong("k", Stamp.of("k", 13))).as("never sent").isPresent();
    }
}
