package sosad.node.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.NodeJournal;
import sosad.protocol.Row;
import sosad.protocol.Saved;
import sosad.protocol.SavedPeer;
import sosad.protocol.StoreCheck.Stage;

/** Makes random changes to a store and to a plain model of what it must come back with. */
final class RandomChanges {
    private static final List<NodeId> NODES = List.of(Stores.A, Stores.B, new NodeId("n12"));

    private final Random random;
    private final LinkedHashMap<Key, Entry> entries = new LinkedHashMap<>();
    private final Map<NodeId, SavedPeer> peers = new HashMap<>();
    private final int keys;
    private long sequence;

    RandomChanges(long seed, int keys) {
        this.random = new Random(seed);
        this.keys = keys;
    }

    /** Goes on where a store has come to. */
    RandomChanges(long seed, int keys, Saved from) {
        this(seed, keys);
        from.entries().forEach(entry -> entries.put(entry.key(), entry));
        peers.putAll(from.peers());
        sequence = from.sequence();
    }

    /** One change of many bytes. */
    void changeMuch(NodeJournal journal) {
        Entry entry = new Entry(
                new Key("large" + random.nextInt(40)),
                Optional.of(Value.of("v".repeat(60_000))),
                new Version(1, Stores.A, 1, random.nextLong()));
        entries.remove(entry.key());
        entries.put(entry.key(), entry);
        journal.entry(entry);
    }

    /** Changes of so many bytes, which belong together, that the batch has several frames. */
    void changeVeryMuch(NodeJournal journal) {
        for (int i = 20 + random.nextInt(20); i >= 0; i--) {
            changeMuch(journal);
        }
        changeTogether(journal);
    }

    /** Between one and twenty changes, which belong together. */
    void changeTogether(NodeJournal journal) {
        for (int i = random.nextInt(20); i >= 0; i--) {
            change(journal);
        }
    }

    private void change(NodeJournal journal) {
        switch (random.nextInt(4)) {
            case 0 -> journal.sequence(++sequence);
            case 1 -> {
                NodeId peer = NODES.get(random.nextInt(NODES.size()));
                Row row = new Row(random.nextLong(), random.nextInt(100), -random.nextInt(100));
                SavedPeer saved = new SavedPeer(
                        row, 1 + random.nextInt(1_000), List.of(new Stage(1 + random.nextInt(9), random.nextInt(9))));
                peers.put(peer, saved);
                journal.peer(peer, saved);
            }
            default -> {
                Entry entry = entry();
                entries.remove(entry.key());
                entries.put(entry.key(), entry);
                journal.entry(entry);
            }
        }
    }

    private Entry entry() {
        NodeId origin = NODES.get(random.nextInt(NODES.size()));
        Version version = new Version(random.nextInt(5), origin, random.nextInt(5), random.nextLong());
        Optional<Value> value = random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(
                        Value.of("v".repeat(random.nextInt(8) == 0 ? random.nextInt(20_000) : random.nextInt(9))));
        return new Entry(new Key("key" + random.nextInt(keys)), value, version);
    }

    /** Returns what the store must come back with now. */
    Saved model() {
        return new Saved(Stores.STORE_ID, sequence, new ArrayList<>(entries.values()), peers);
    }
}
