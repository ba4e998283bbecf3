package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Moment;
import sosad.protocol.Words;

/** Messages as JSON. */
final class MessageJson {
    private static final int MOST_CHANGES = 100;

    private MessageJson() {}

    /** The messages under way, those in flight in the order of their delivery, then the others. */
    static ArrayNode underWay(Moment moment) {
        ArrayNode list = Json.array();
        moment.queue().forEach(id -> moment.message(id).ifPresent(message -> list.add(of(message, moment))));
        moment.messages().stream()
                .filter(message -> !message.fate().isFinal() && !moment.queue().contains(message.id()))
                .forEach(message -> list.add(of(message, moment)));
        return list;
    }

    private static ObjectNode of(Message message, Moment moment) {
        ObjectNode json = Json.object()
                .put("id", message.id())
                .put("from", message.from().name())
                .put("to", message.to().name())
                .put("kind", Words.of(message.kind()))
                .put("now", message.update().now())
                .put("prev", message.update().prev())
                .put("change_count", message.update().changes().size());
        ArrayNode changes = json.putArray("changes");
        message.changes().stream().limit(MOST_CHANGES).forEach(changes::add);
        json.put("copies", message.copies())
                .put("corrupt", message.corrupt())
                .put("fate", Words.of(message.fate()))
                .put("steps_left", message.stepsLeft())
                .put("why", message.why());
        if (message.fate() == Fate.IN_FLIGHT) {
            json.put("place", moment.queue().indexOf(message.id()) + 1);
        } else {
            json.putNull("place");
        }
        return json;
    }
}
