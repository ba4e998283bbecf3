package sosad.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.protocol.StoreCopies.Fate;

/** What holds whatever a node comes back with. A failure prints its seed and its trace. */
class OlderStorePropertiesTest {
    private static final Rules PER_KEY = new Rules(Content.PER_KEY, Timestamps.PER_KEY, Schedule.TOGETHER, 1);

    @Property(tries = 2_000, seed = "741")
    void underPerKeyAllConvergeToTheNewestWhateverStoresComeBack(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        StoreCopies copies = new StoreCopies(seed, nodes, PER_KEY);
        for (int i = 0; i < 150; i++) {
            copies.step(List.of(Fate.WHOLE, Fate.OLDER, Fate.OLDER, Fate.EMPTY));
        }
        Map<Key, Entry> newest = newest(copies);
        copies.heal(8);
        for (Replica replica : copies.replicas()) {
            assertThat(RandomWorld.entries(replica)).as(copies::trace).isEqualTo(newest(copies));
        }
        newest.forEach((key, entry) -> assertThat(newest(copies).get(key).version())
                .as(copies::trace)
                .isGreaterThanOrEqualTo(entry.version()));
    }

    @Property(tries = 500, seed = "742")
    void aStoreThatComesBackWholeKeepsItsIdAndItsRows(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        StoreCopies copies = new StoreCopies(seed, nodes, PER_KEY);
        for (int i = 0; i < 150; i++) {
            copies.step(List.of(Fate.WHOLE));
        }
        copies.heal(3);
        assertThat(copies.replicas()).as(copies::trace).allMatch(replica -> replica.storeId() == 10);
    }

    @Property(tries = 300, seed = "743")
    void messagesClaimNothingMoreOnceAllHaveHeardEachOther(
            @ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int nodes) {
        StoreCopies copies = new StoreCopies(seed, nodes, PER_KEY);
        for (int i = 0; i < 150; i++) {
            copies.step(List.of(Fate.values()));
        }
        copies.heal(8);
        for (Replica replica : copies.replicas()) {
            replica.peers()
                    .forEach(peer -> assertThat(replica.hello(peer).storeCheck().claim())
                            .as(copies::trace)
                            .isEmpty());
        }
    }

    private static Map<Key, Entry> newest(StoreCopies copies) {
        Map<Key, Entry> newest = new HashMap<>();
        for (Replica replica : copies.replicas()) {
            replica.forEach(entry -> newest.merge(
                    entry.key(), entry, (one, two) -> one.version().compareTo(two.version()) >= 0 ? one : two));
        }
        return newest;
    }
}
