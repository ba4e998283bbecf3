package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

/** What nodes have told that they hold is compared with what they hold. */
class StoreAccountsTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final NodeId GATEWAY = new NodeId("G1");

    private final StoreAccounts accounts = new StoreAccounts();

    private static Entry entry(long sequence) {
        return new Entry(new Key("k"), Optional.of(Value.of("v")), new Version(5, A, 1, sequence));
    }

    @BeforeEach
    void begin() {
        accounts.begins(A, 10);
        accounts.begins(B, 10);
    }

    @Test
    void aNodeThatHoldsWhatItHadOrSomethingNewerHasForgottenNothing() {
        accounts.took(A, entry(2), 15);
        accounts.took(A, entry(1), 15);
        assertThat(accounts.forgotten(A, List.of(entry(2)), key -> true)).isEmpty();
        assertThat(accounts.forgotten(A, List.of(entry(3)), key -> true)).isEmpty();
    }

    @Test
    void aNodeThatHoldsNothingOrSomethingOlderHasForgotten() {
        accounts.took(A, entry(2), 15);
        assertThat(accounts.forgotten(A, List.of(entry(1)), key -> true)).hasSize(1);
        assertThat(accounts.forgotten(A, List.of(), key -> true)).hasSize(1);
        assertThat(accounts.forgotten(B, List.of(), key -> true)).isEmpty();
    }

    @Test
    void aStoreThatBeganEmptyOwesNothingOfWhatWasBefore() {
        accounts.took(A, entry(2), 15);
        accounts.begins(A, 20);
        assertThat(accounts.forgotten(A, List.of(), key -> true)).isEmpty();
    }

    @Test
    void onlyANodeWhoseStoreWasEmptiedAfterwardsMayLackAWriteAndAGatewaysMayGoWithAnyStore() {
        accounts.begins(A, 20);
        assertThat(accounts.wasEmptiedSince(A, 15)).isTrue();
        assertThat(accounts.wasEmptiedSince(A, 25)).isFalse();
        assertThat(accounts.wasEmptiedSince(B, 15)).isFalse();
        assertThat(accounts.wasEmptiedSince(GATEWAY, 15)).isTrue();
        assertThat(accounts.wasEmptiedSince(GATEWAY, 25)).isFalse();
    }

    @Test
    void keysThatDoNotCountAreNotMissed() {
        accounts.begins(A, 0);
        accounts.took(A, entry(2), 15);
        assertThat(accounts.forgotten(A, List.of(), key -> false)).isEmpty();
    }

    @Test
    void whatAnotherNodeHadTheTimeToGetWasDueThere() {
        accounts.took(A, entry(2), 15);
        accounts.begins(A, 100); // B is there from 10 to the end, and never tells of it
        assertThat(accounts.wasDueElsewhere(new Key("k"), 50)).isTrue();
        assertThat(accounts.wasDueElsewhere(new Key("k"), 85)).isFalse();
        assertThat(accounts.wasDueElsewhere(new Key("other"), 50)).isFalse();
    }

    @Test
    void whatAnotherNodeHadTooLateOrHasHadWasNotDueThere() {
        accounts.took(A, entry(2), 15);
        accounts.begins(B, 80);
        accounts.begins(A, 100);
        assertThat(accounts.wasDueElsewhere(new Key("k"), 50)).isFalse();
        accounts.took(A, entry(2), 110);
        accounts.took(B, entry(2), 120);
        accounts.begins(A, 300);
        assertThat(accounts.wasDueElsewhere(new Key("k"), 50)).isFalse();
    }
}
