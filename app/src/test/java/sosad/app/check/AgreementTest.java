package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

@Tag("locale")
class AgreementTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private static Entry entry(String key, String value, long sequence) {
        return new Entry(new Key(key), Optional.of(Value.of(value)), new Version(5, A, 1, sequence));
    }

    private static Agreement of(Map<NodeId, List<Entry>> held) {
        return Agreement.of(new Holdings(held));
    }

    @Test
    void nodesAgreeWhateverTheOrderOfTheirEntries() {
        Entry k = entry("k", "v", 1);
        Entry l = entry("l", "v", 2);
        assertThat(of(Map.of(A, List.of(k, l), B, List.of(l, k))).isFull()).isTrue();
    }

    @Test
    void aKeyThatOneLacksIsNamedWithWhatTheOthersHold() {
        Agreement agreement = of(Map.of(A, List.of(entry("k", "v", 1)), B, List.<Entry>of()));
        assertThat(agreement.examples()).containsExactly("k: A holds v@5, B holds nothing");
    }

    @Test
    void anEqualValueOfAnotherVersionIsDifferent() {
        Agreement agreement = of(Map.of(A, List.of(entry("k", "v", 1)), B, List.of(entry("k", "v", 2))));
        assertThat(agreement.different()).isEqualTo(1);
    }

    @Test
    void ofManyDifferencesTheFirstFewAreShown() {
        List<Entry> many = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            many.add(entry("k" + i, "v", i));
        }
        Agreement agreement = of(Map.of(A, many, B, List.<Entry>of()));
        assertThat(agreement.different()).isEqualTo(1_000);
        assertThat(agreement.examples()).hasSize(Agreement.MAX_EXAMPLES);
    }
}
