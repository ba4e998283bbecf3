package sosad.record;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import sosad.engine.EngineSnapshot;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;

/** A state for people: a line for each part, with where it stands in the state. */
public final class StateLines {
    private final Map<String, String> lines = new LinkedHashMap<>();

    private StateLines() {}

    /** Returns the parts of a state in order, each under its place. */
    public static Map<String, String> of(EngineSnapshot state) {
        StateLines lines = new StateLines();
        lines.add("", state);
        return lines.lines;
    }

    private void add(String place, Object part) {
        if (part instanceof Key || part instanceof NodeId || part instanceof Version) {
            lines.put(place, part.toString());
        } else if (part instanceof Record record) {
            addRecord(place, record);
        } else if (part instanceof Collection<?> collection) {
            lines.put(place + ".size", String.valueOf(collection.size()));
            int i = 0;
            for (Object each : collection) {
                add(place + "[" + i++ + "]", each);
            }
        } else if (part instanceof Map<?, ?> map) {
            map.forEach((key, value) -> add(place + "[" + key + "]", value));
        } else if (part instanceof Optional<?> optional && optional.isPresent()) {
            add(place, optional.get());
        } else {
            lines.put(place, String.valueOf(part));
        }
    }

    private void addRecord(String place, Record record) {
        lines.put(place.isEmpty() ? "state" : place, record.getClass().getSimpleName());
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            add(place.isEmpty() ? component.getName() : place + "." + component.getName(), value(record, component));
        }
    }

    private static Object value(Record record, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true); // some parts of a state are known to their own package alone
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }
}
