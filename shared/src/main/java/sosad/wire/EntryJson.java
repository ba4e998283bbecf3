package sosad.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.model.Version;

/**
 * The JSON form of an entry: {@code {"key":"waffle","value":"yoda","at":2,"origin":"B","store":2,"seq":1}}. A tombstone
 * has no value; a change in a stamped message has no {@code at}.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EntryJson(
        @JsonProperty(required = true) Key key,
        String value,
        Long at,
        @JsonProperty(required = true) NodeId origin,
        @JsonProperty(required = true) long store,
        @JsonProperty(required = true) long seq) {

    static EntryJson of(Entry entry, boolean withTimestamp) {
        Version version = entry.version();
        return new EntryJson(
                entry.key(),
                entry.value().map(Value::text).orElse(null),
                withTimestamp ? version.timestamp() : null,
                version.origin(),
                version.storeId(),
                version.sequence());
    }

    /** @param stamp the timestamp of the message, used if the entry has none of its own */
    Entry toEntry(Long stamp) {
        Long timestamp = at == null ? stamp : at;
        if (timestamp == null) {
            throw new IllegalArgumentException("entry %s has no timestamp".formatted(key));
        }
        return new Entry(key, Optional.ofNullable(value).map(Value::of), new Version(timestamp, origin, store, seq));
    }
}
