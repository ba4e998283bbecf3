package sosad.node.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.DataUtils;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.node.store.RecordChecksum.DamageException;

/**
 * An entry and its place in the order of arrival. That order does not follow from the versions, since entries of one
 * timestamp come from several nodes, and messages list them by it.
 *
 * @param arrival greater than that of every entry that arrived before
 * @param entry the entry
 */
record Arrived(long arrival, Entry entry) {
    private static final byte TOMBSTONE = 0;
    private static final byte VALUE = 1;

    private static final int MAX_BUT_VALUE = 4 * 10 + 1 + NodeId.MAX_LENGTH + 1;

    /** The record, to be kept under the entry's key. */
    byte[] bytes() {
        Version version = entry.version();
        byte[] value = entry.value().map(Value::utf8).orElse(new byte[0]);
        byte[] origin = version.origin().name().getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.allocate(MAX_BUT_VALUE + value.length);
        DataUtils.writeVarLong(buffer, arrival);
        DataUtils.writeVarLong(buffer, version.timestamp());
        DataUtils.writeVarLong(buffer, version.storeId());
        DataUtils.writeVarLong(buffer, version.sequence());
        buffer.put((byte) origin.length).put(origin);
        buffer.put(entry.isTombstone() ? TOMBSTONE : VALUE).put(value);
        return RecordChecksum.close(entry.key().text(), buffer);
    }

    /**
     * Reads the record kept under {@code key}.
     *
     * @param origins the node names read so far, by their text: a million entries share a few
     */
    static Arrived read(String key, byte[] sealed, Map<String, NodeId> origins) throws DamageException {
        ByteBuffer buffer = RecordChecksum.open(key, sealed);
        long arrival = DataUtils.readVarLong(buffer);
        long timestamp = DataUtils.readVarLong(buffer);
        long storeId = DataUtils.readVarLong(buffer);
        long sequence = DataUtils.readVarLong(buffer);
        byte[] origin = new byte[buffer.get()];
        buffer.get(origin);
        NodeId node = origins.computeIfAbsent(new String(origin, StandardCharsets.US_ASCII), NodeId::new);
        Optional<Value> value = buffer.get() == TOMBSTONE ? Optional.empty() : Optional.of(value(buffer));
        return new Arrived(arrival, new Entry(new Key(key), value, new Version(timestamp, node, storeId, sequence)));
    }

    private static Value value(ByteBuffer rest) {
        byte[] utf8 = new byte[rest.remaining()];
        rest.get(utf8);
        return Value.ofUtf8(utf8);
    }
}
