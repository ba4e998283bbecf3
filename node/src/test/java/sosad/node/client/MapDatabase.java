package sosad.node.client;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.host.Database;
import sosad.protocol.Reads;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Written;

/** A database without a replica behind it. */
final class MapDatabase implements Database {
    private static final NodeId NODE = new NodeId("A");

    final Map<Key, Entry> entries = new HashMap<>();
    String lastClient = "";
    String lastRead = "";
    boolean durable = true;

    /** Whether what is held is newer than what is written. */
    boolean isAhead;

    ReadMode readMode = ReadMode.LOCAL;
    Reads.Outcome outcome;
    private final List<Runnable> waiting = new ArrayList<>();
    int looks; // at entries by number
    private final List<Key> keys = new ArrayList<>();
    private long sequence;
    private int tombstones;

    @Override
    public Written put(Key key, Value value, String client) {
        return write(key, Optional.of(value), client);
    }

    @Override
    public Written delete(Key key, String client) {
        return write(key, Optional.empty(), client);
    }

    private Written write(Key key, Optional<Value> value, String client) {
        lastClient = client;
        sequence++;
        Entry entry = new Entry(key, value, new Version(sequence, NODE, 1, sequence));
        if (isAhead) {
            return new Written(entry, true, entry(key).flatMap(Entry::value).isPresent());
        }
        Entry old = entries.put(key, entry);
        if (old == null) {
            keys.add(key);
        }
        boolean hadTombstone = old != null && old.isTombstone();
        tombstones += (entry.isTombstone() ? 1 : 0) - (hadTombstone ? 1 : 0);
        return new Written(entry, false, old != null && !hadTombstone);
    }

    @Override
    public ReadMode readMode() {
        return readMode;
    }

    @Override
    public void read(Key key, ReadMode mode, String client, Consumer<Reads.Outcome> then) {
        lastRead = mode + " " + key;
        then.accept(outcome == null ? new Reads.Outcome(entry(key), new TreeSet<>()) : outcome);
    }

    @Override
    public boolean isDurable() {
        return durable;
    }

    @Override
    public void whenDurable(Runnable then) {
        if (durable) {
            then.run();
        } else {
            waiting.add(then);
        }
    }

    /** The disk has caught up. */
    void settle() {
        durable = true;
        List<Runnable> all = List.copyOf(waiting);
        waiting.clear();
        all.forEach(Runnable::run);
    }

    @Override
    public Optional<Entry> entry(Key key) {
        return Optional.ofNullable(entries.get(key));
    }

    @Override
    public void forEachEntry(Consumer<Entry> consumer) {
        entries.values().forEach(consumer);
    }

    @Override
    public Entry nth(int nth) {
        looks++;
        return entries.get(keys.get(nth));
    }

    @Override
    public int size() {
        return entries.size();
    }

    @Override
    public int tombstones() {
        return tombstones;
    }
}
