package sosad.wire;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;
import sosad.protocol.Update.Receipt;

/**
 * The JSON form of entries: {@code {"key":"waffle","value":"yoda","at":2,"origin":"B","store":2,"seq":1}}. A tombstone
 * and a receipt have no value; a change in a stamped message has no {@code at}.
 */
final class EntryJson {
    private EntryJson() {}

    static void write(JsonText json, Entry entry) throws IOException {
        keyAndValue(json, entry).number("at", entry.timestamp());
        origin(json, entry.version());
    }

    static void writeStamped(JsonText json, Entry entry) throws IOException {
        origin(keyAndValue(json, entry), entry.version());
    }

    static void writeReceipt(JsonText json, Receipt receipt) throws IOException {
        json.text("key", receipt.key()).number("at", receipt.version().timestamp());
        origin(json, receipt.version());
    }

    private static JsonText keyAndValue(JsonText json, Entry entry) throws IOException {
        return json.text("key", entry.key()).textIfAny("value", entry.value());
    }

    private static void origin(JsonText json, Version version) throws IOException {
        json.text("origin", version.origin()).number("store", version.storeId()).number("seq", version.sequence());
    }

    static Entry read(JsonObject json) throws MalformedException {
        return read(json, OptionalLong.empty());
    }

    /** @param stamp the timestamp of the message, whose changes then have none of their own */
    static Entry read(JsonObject json, OptionalLong stamp) throws MalformedException {
        Key key = new Key(json.text("key"));
        Optional<Value> value = json.textIfAny("value").map(Value::of);
        long timestamp = stamp.isPresent() ? stamp.getAsLong() : json.number("at");
        return new Entry(key, value, version(json, timestamp));
    }

    static Receipt readReceipt(JsonObject json) throws MalformedException {
        return new Receipt(new Key(json.text("key")), version(json, json.number("at")));
    }

    private static Version version(JsonObject json, long timestamp) throws MalformedException {
        return new Version(timestamp, new NodeId(json.text("origin")), json.number("store"), json.number("seq"));
    }
}
