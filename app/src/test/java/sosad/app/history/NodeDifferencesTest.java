package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

class NodeDifferencesTest {
    private static final NodeId A = new NodeId("A");
    private static final Key J = new Key("j");
    private static final Key K = new Key("k");

    private static Entry entry(Key key, String value, long timestamp) {
        return new Entry(key, Optional.ofNullable(value).map(Value::of), new Version(timestamp, A, 1, 1));
    }

    @Test
    void aKeyThatOneNodeAloneHoldsDiffers() {
        List<List<Entry>> held = List.of(List.of(entry(K, "v", 1)), List.of());
        assertThat(NodeDifferences.inValues(held)).containsExactly(K);
        assertThat(NodeDifferences.inEntries(held)).containsExactly(K);
    }

    @Test
    void aTombstoneIsAsGoodAsNothingAmongValuesAlone() {
        List<List<Entry>> held = List.of(List.of(entry(K, null, 1)), List.of());
        assertThat(NodeDifferences.inValues(held)).isEmpty();
        assertThat(NodeDifferences.inEntries(held)).containsExactly(K);
    }

    @Test
    void versionsDifferAmongEntriesAlone() {
        List<List<Entry>> held = List.of(List.of(entry(K, "v", 1)), List.of(entry(K, "v", 2)));
        assertThat(NodeDifferences.inValues(held)).isEmpty();
        assertThat(NodeDifferences.inEntries(held)).containsExactly(K);
    }

    @Test
    void keysComeInAlphabeticalOrder_withoutThoseThatAreTheSame() {
        List<List<Entry>> held = List.of(
                List.of(entry(K, "v", 1), entry(new Key("a"), "same", 1), entry(J, "x", 1)),
                List.of(entry(J, "y", 1), entry(new Key("a"), "same", 1)));
        assertThat(NodeDifferences.inValues(held)).containsExactly(J, K);
        assertThat(NodeDifferences.inValues(List.of())).isEmpty();
    }
}
