package sosad.sim;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;

/**
 * Turns a state into a number of 64 bits by mixing in every part of it. Records are taken apart, since their own hash
 * codes of 32 bits coincide for many small states.
 */
public final class Fingerprint {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long hash;

    private Fingerprint() {}

    /**
     * Returns the number of a state made of records, collections, optionals, numbers, texts, and the values of the
     * model. Sets and maps that are not sorted have no order.
     */
    public static long of(Object state) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(state);
        return fingerprint.hash;
    }

    private void add(Object part) {
        if (part instanceof Record record) {
            addRecord(record);
        } else if (part instanceof Set<?> set && !(set instanceof SortedSet)) {
            addUnordered(set.stream());
        } else if (part instanceof Collection<?> collection) {
            mix(collection.size());
            collection.forEach(this::add);
        } else if (part instanceof Map<?, ?> map && !(map instanceof SortedMap)) {
            addUnordered(map.entrySet().stream().map(entry -> List.of(entry.getKey(), entry.getValue())));
        } else if (part instanceof Map<?, ?> map) {
            mix(map.size());
            map.forEach((key, value) -> {
                add(key);
                add(value);
            });
        } else if (part instanceof Optional<?> optional) {
            mix(optional.isPresent() ? 1 : 0);
            optional.ifPresent(this::add);
        } else if (part instanceof OptionalInt optional) {
            mix(optional.isPresent() ? 1 : 0);
            optional.ifPresent(this::mix);
        } else if (part instanceof OptionalLong optional) {
            mix(optional.isPresent() ? 1 : 0);
            optional.ifPresent(this::mix);
        } else if (part instanceof Number number) {
            mix(number.longValue());
        } else if (part instanceof Boolean bool) {
            mix(bool ? 1 : 0);
        } else if (part instanceof Enum<?> constant) {
            addText(constant.name());
        } else if (part instanceof String text) {
            addText(text);
        } else if (part instanceof Value value) {
            addBytes(value.utf8());
        } else {
            throw new IllegalArgumentException("no part of a state: " + part);
        }
    }

    private void addUnordered(Stream<?> parts) {
        mix(parts.mapToLong(Fingerprint::of).sum());
    }

    private void addRecord(Record record) {
        if (record instanceof Key key) {
            addText(key.text());
        } else if (record instanceof NodeId id) {
            addText(id.name());
        } else {
            addText(record.getClass().getName());
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                add(value(record, component));
            }
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true); // some parts of a state are known to their own package alone
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private void addText(String text) {
        addBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void addBytes(byte[] bytes) {
        mix(bytes.length);
        for (byte each : bytes) {
            mix(each);
        }
    }

    /** SplitMix64's finalizer over what there was and what comes. */
    private void mix(long part) {
        long mixed = hash * 31 + part + GOLDEN_GAMMA;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        hash = mixed ^ (mixed >>> 31);
    }
}
