package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.protocol.EnumNames;
import sosad.protocol.Update;

/** Messages as JSON. */
final class MessageJson {
    private static final int MAX_CHANGES = 100;

    private MessageJson() {}

    /** The messages under way, those in flight in the order of their delivery, then the others. */
    static ArrayNode underWay(Snapshot snapshot) {
        ArrayNode list = Json.array();
        snapshot.queue().forEach(id -> snapshot.message(id).ifPresent(message -> list.add(of(message, snapshot))));
        snapshot.messages().stream()
                .filter(message ->
                        !message.fate().isFinal() && !snapshot.queue().contains(message.id()))
                .forEach(message -> list.add(of(message, snapshot)));
        return list;
    }

    private static ObjectNode of(Message message, Snapshot snapshot) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("from", message.from().name())
                .put("to", message.to().name())
                .put("kind", EnumNames.of(message.kind()))
                .put("now", message.update().map(Update::now).orElse(null))
                .put("prev", message.update().map(Update::prev).orElse(null))
                .put("change_count", message.entries().size());
        message.inquiry().ifPresent(inquiry -> json.put("key", inquiry.key().text()));
        ArrayNode changes = json.putArray("changes");
        message.changes().stream().limit(MAX_CHANGES).forEach(changes::add);
        boolean inFlight = message.fate() == Fate.IN_FLIGHT;
        return json.put("copies", message.copies())
                .put("corrupt", message.corrupt())
                .put("fate", EnumNames.of(message.fate()))
                .put("steps_left", message.stepsLeft())
                .put("why", message.why())
                .put("place", inFlight ? Integer.valueOf(snapshot.queue().indexOf(message.id()) + 1) : null);
    }
}
