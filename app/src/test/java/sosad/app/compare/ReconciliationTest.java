package sosad.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.StoreCheck;
import sosad.protocol.StoreCheck.Stage;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.PeerCodec;

/** The ghosts' costs, computed by hand. */
class ReconciliationTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final FrameBytes frames = new FrameBytes();
    private final long envelope = frames.of(List.of());

    private static Entry entry(String key, long timestamp) {
        return new Entry(
                new Key(key), Optional.of(Value.of("0000000000000001")), new Version(timestamp, A, 1, timestamp));
    }

    private static Map<Key, Entry> store(Entry... entries) {
        Map<Key, Entry> store = new TreeMap<>();
        for (Entry entry : entries) {
            store.put(entry.key(), entry);
        }
        return store;
    }

    private static TrafficMeter cost(Reconciliation ghost, Map<Key, Entry> first, Map<Key, Entry> second) {
        ghost.reconcile(first, second, StoreDifference.between(first, second));
        return ghost.traffic();
    }

    @Test
    void aFrameWithEntriesHasTheBytesThatTheCodecGivesIt() {
        List<Entry> entries = List.of(entry("k1", 7), entry("k222", 12_345));
        StoreCheck check = new StoreCheck(Optional.of(new Stage(1, 1_000)), Optional.empty(), List.of());
        Update update = new Update(A, B, Kind.SYNC, 1, 10_000, 10_000, OptionalLong.empty(), entries, List.of(), check);

        assertThat(frames.of(entries))
                .isEqualTo(PeerCodec.encode(new PeerMessage(1, update)).bytes().length);
    }

    @Test
    void storesDifferByWhatIsMissingAndWhatIsOlder() {
        StoreDifference difference = StoreDifference.between(
                store(entry("same", 1), entry("mine", 2), entry("old", 3)),
                store(entry("same", 1), entry("old", 4), entry("yours", 5)));

        assertThat(difference.newerHere()).containsExactly(entry("mine", 2));
        assertThat(difference.newerThere()).containsExactly(entry("old", 4), entry("yours", 5));
        assertThat(difference.size()).isEqualTo(4); // mine; old here; old there; yours
    }

    @Test
    void fullStateSendsBothStoresWhateverTheyHold() {
        TrafficMeter cost = cost(new FullState(frames), store(entry("k1", 1), entry("k2", 2)), store(entry("k1", 1)));

        assertThat(cost.messages()).isEqualTo(2);
        assertThat(cost.entries()).isEqualTo(3);
    }

    @Test
    void equalMerkleTreesCostOneHash() {
        TrafficMeter cost = cost(new MerkleTree(frames), store(entry("k1", 1)), store(entry("k1", 1)));

        assertThat(cost.messages()).isEqualTo(1);
        assertThat(cost.bytes()).isEqualTo(envelope + 16);
        assertThat(cost.entries()).isZero();
    }

    @Test
    void oneDifferenceCostsTwoHashesALevelAndItsEntry() {
        TrafficMeter cost = cost(new MerkleTree(frames), store(entry("k1", 1), entry("k2", 2)), store(entry("k2", 2)));

        assertThat(cost.messages()).isEqualTo(1 + 15 + 1);
        assertThat(cost.entries()).isEqualTo(1);
        assertThat(cost.bytes())
                .isEqualTo((envelope + 16) + 15 * (envelope + 2 * 16) + frames.of(List.of(entry("k1", 1))));
    }

    @Test
    void aMerkleTreeOfTwoToThe15LeavesHasAsManyHashesAsNodes() {
        assertThat(new MerkleTree(frames).memoryBytes()).isEqualTo(((1 << 16) - 1) * 16L);
    }

    @Test
    void whatIsNewerAtTheOtherComesBackInAnAnswer() {
        TrafficMeter cost = cost(new MerkleTree(frames), store(entry("k1", 1)), store(entry("k1", 2)));

        assertThat(cost.messages()).isEqualTo(1 + 15 + 2);
        assertThat(cost.entries()).isEqualTo(2); // the older one, which is of no use, and the newer
    }

    @Test
    void aSketchOfEqualStoresCostsOneSymbol() {
        TrafficMeter cost = cost(new RatelessSketch(frames, 1.35), store(entry("k1", 1)), store(entry("k1", 1)));

        assertThat(cost.messages()).isEqualTo(1);
        assertThat(cost.bytes()).isEqualTo(envelope + 17);
    }

    @Test
    void aSketchCostsItsSymbolsADigestForEachEntryAskedForAndTheEntries() {
        Map<Key, Entry> first = store(entry("k1", 1), entry("k2", 2));
        Map<Key, Entry> second = store(entry("k3", 3));

        RatelessSketch ghost = new RatelessSketch(frames, 1.35);
        TrafficMeter cost = cost(ghost, first, second);

        assertThat(cost.messages()).isEqualTo(3);
        assertThat(cost.entries()).isEqualTo(3);
        assertThat(cost.bytes())
                .isEqualTo((envelope + 5 * 17) // 1.35 × 3 differences, rounded up
                        + (frames.of(second.values()) + 2 * 8)
                        + frames.of(first.values()));
        assertThat(ghost.memoryBytes()).isEqualTo(5 * 17);
    }
}
