package sosad.app.export.trace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import sosad.app.history.History;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.Value;
import sosad.protocol.EnumNames;

/**
 * A run in the Informal Trace Format of Apalache (its ADR 015): a state for each event, over the same variables. Every
 * whole number is a big one, so that a variable has one type; records have the same fields everywhere.
 */
public final class ItfTrace {
    private static final List<String> VARIABLES =
            List.of("step", "time", "event", "status", "skew", "rows", "store", "messages", "cut");

    private ItfTrace() {}

    /** Returns the text of the trace. */
    public static String text(String title, History history) {
        ObjectNode json = object();
        json.putObject("#meta")
                .put("format", "ITF")
                .put("format-description", "https://apalache-mc.org/docs/adr/015adr-trace.html")
                .put("source", "SOSAD Lab")
                .put("description", title);
        json.putArray("params");
        ArrayNode variables = json.putArray("vars");
        VARIABLES.forEach(variables::add);
        String head = json.toString();
        StringBuilder text = new StringBuilder(head.substring(0, head.length() - 1)).append(",\"states\":[");
        String comma = "";
        for (Snapshot snapshot : history.snapshots()) { // one by one: a long run's would not be in memory at once
            text.append(comma).append(state(snapshot));
            comma = ",";
        }
        return text.append("]}\n").toString();
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode state(Snapshot snapshot) {
        ObjectNode state = object();
        state.putObject("#meta").put("index", snapshot.index());
        state.set("step", number(snapshot.step()));
        state.set("time", number(snapshot.time()));
        state.put("event", name(snapshot));
        state.set("status", byNode(snapshot, node -> text(EnumNames.of(node.status()))));
        state.set("skew", byNode(snapshot, node -> number(node.skew())));
        state.set("rows", byNode(snapshot, ItfTrace::rows));
        state.set("store", byNode(snapshot, ItfTrace::store));
        state.set("messages", messages(snapshot));
        state.set("cut", set(snapshot.cut().stream().sorted().toList(), ItfTrace::link));
        return state;
    }

    private static String name(Snapshot snapshot) {
        return snapshot.what().getClass().getSimpleName();
    }

    private static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    private static ObjectNode number(long number) {
        return object().put("#bigint", Long.toString(number));
    }

    private static <T> ObjectNode set(Collection<T> items, Function<T, JsonNode> form) {
        ObjectNode set = object();
        ArrayNode all = set.putArray("#set");
        items.forEach(item -> all.add(form.apply(item)));
        return set;
    }

    private static <T> ObjectNode map(Collection<T> items, Function<T, String> key, Function<T, JsonNode> value) {
        ObjectNode map = object();
        ArrayNode pairs = map.putArray("#map");
        items.forEach(item -> pairs.addArray().add(key.apply(item)).add(value.apply(item)));
        return map;
    }

    private static ObjectNode byNode(Snapshot snapshot, Function<NodeState, JsonNode> value) {
        return map(snapshot.nodes(), node -> node.id().name(), value);
    }

    private static JsonNode rows(NodeState node) {
        return map(node.rows().entrySet(), row -> row.getKey().name(), row -> {
            ObjectNode json = object();
            json.set("now", number(row.getValue().now()));
            json.set("prev", number(row.getValue().prev()));
            return json;
        });
    }

    private static JsonNode store(NodeState node) {
        return map(node.entries(), entry -> entry.key().text(), ItfTrace::entry);
    }

    private static ObjectNode entry(Entry entry) {
        ObjectNode json = object().put("value", entry.value().map(Value::text).orElse(""))
                .put("deleted", entry.isTombstone())
                .put("origin", entry.version().origin().name());
        json.set("timestamp", number(entry.timestamp()));
        return json;
    }

    private static JsonNode messages(Snapshot snapshot) {
        return map(snapshot.messages(), message -> Long.toString(message.id()), ItfTrace::message);
    }

    private static JsonNode message(Message message) {
        ObjectNode json = object().put("from", message.from().name())
                .put("to", message.to().name())
                .put("kind", EnumNames.of(message.kind()))
                .put("fate", EnumNames.of(message.fate()))
                .put("corrupt", message.corrupt());
        json.set("copies", number(message.copies()));
        json.set("changes", map(message.entries(), entry -> entry.key().text(), ItfTrace::entry));
        return json;
    }

    private static JsonNode link(Link link) {
        return object().put("from", link.from().name()).put("to", link.to().name());
    }
}
