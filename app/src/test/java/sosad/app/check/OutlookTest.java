package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;

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
import sosad.protocol.Row;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;

/** What nodes came to is judged by what their rules bring them to. */
@Tag("locale")
class OutlookTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");
    private static final Entry OLD = entry("k1", 2, A);
    private static final Entry NEW = entry("k2", 3, B);

    private static Entry entry(String key, long timestamp, NodeId origin) {
        return new Entry(
                new Key(key), Optional.of(Value.of("v")), new Version(timestamp, origin, origin.equals(A) ? 1 : 2, 1));
    }

    private static Rules rules(Content content) {
        return new Rules(content, Timestamps.PER_KEY, Schedule.TOGETHER, 1);
    }

    private static Saved node(long store, NodeId peer, long peersStore, Row row, Entry... entries) {
        return new Saved(store, 1, List.of(entries), Map.of(peer, new SavedPeer(row, peersStore)));
    }

    /** A has heard B up to 3, and B lacks what A wrote at 2. */
    private static Outlook afterALostUpdate(Content content, Row rowOfB) {
        return Outlook.of(
                Map.of(A, node(1, B, 2, rowOfB, OLD, NEW), B, node(2, A, 1, Row.start(1), NEW)), rules(content));
    }

    @Test
    void whatTheRuleLeavesApartIsNamedWithTheRulesThatWouldHealIt() {
        Outlook outlook = afterALostUpdate(Content.REMOTE_NOW, new Row(3, 3, 3));
        assertThat(outlook.unhealed()).isEmpty();
        assertThat(outlook.apart())
                .containsExactly(
                        new Outlook.Apart("k1: A holds v@2, B holds nothing", List.of(Content.FULL, Content.PER_KEY)));
    }

    @Test
    void remotePrevIsNamedWhereItWouldHeal() {
        Outlook outlook = afterALostUpdate(Content.REMOTE_NOW, new Row(3, 1, 1));
        assertThat(outlook.apart().get(0).healers()).contains(Content.REMOTE_PREV);
    }

    @Test
    void underFullAndPerKeyWhatDiffersShouldHaveBeenHealedWhateverTheRowsSay() {
        for (Content content : List.of(Content.FULL, Content.PER_KEY)) {
            Outlook outlook = afterALostUpdate(content, new Row(3, 3, 3));
            assertThat(outlook.unhealed()).containsExactly("k1: A holds v@2, B holds nothing");
            assertThat(outlook.apart()).isEmpty();
        }
    }

    @Test
    void aStoreThatIsKnownToBeNewBeginsItsRowAnew() {
        Entry older = entry("k0", 1, A);
        Saved a = node(1, B, 2, new Row(3, 3, 3), older, OLD);
        Saved newStore = node(3, A, 1, Row.start(1), older);
        Outlook outlook = Outlook.of(Map.of(A, a, B, newStore), rules(Content.REMOTE_NOW));
        assertThat(outlook.unhealed()).containsExactly("k1: A holds v@2, B holds nothing");
        Saved sameStore = node(2, A, 1, Row.start(1), older);
        outlook = Outlook.of(Map.of(A, a, B, sameStore), rules(Content.REMOTE_NOW));
        assertThat(outlook.unhealed()).isEmpty();
    }
}
