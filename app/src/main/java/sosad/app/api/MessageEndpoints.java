package sosad.app.api;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.Snapshot;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.MessageAction.Kind;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;

/** The messages under way in step mode. */
record MessageEndpoints(LabAccess access) {
    private static final List<Kind> KINDS = List.of(Kind.values());
    private static final List<String> WORDS = KINDS.stream().map(Kind::word).toList();
    private static final int MAX_KEYS = 1_000;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/messages", call -> ApiResponse.ok(MessageJson.underWay(access.present()))),
                Endpoint.post("/messages/{id}", this::handle));
    }

    private ApiResponse handle(ApiRequest call) {
        Snapshot snapshot = access.present();
        long id = number(call, snapshot, message -> !message.fate().isFinal() || message.fate() == Fate.LOST);
        Fields fields = call.fields();
        String word = fields.required("do", field -> fields.word(field, WORDS));
        MessageAction action = action(KINDS.get(WORDS.indexOf(word)), fields, snapshot);
        fields.end();
        access.requireSteps();
        if (action.kind() != Kind.RESTORE) {
            number(call, snapshot, message -> !message.fate().isFinal());
        }
        return access.perform(access.lab().handle(id, action));
    }

    private static long number(ApiRequest call, Snapshot snapshot, Predicate<Message> concerned) {
        return call.number("id")
                .filter(id -> snapshot.message(id).filter(concerned).isPresent())
                .orElseThrow(() -> new ApiError(
                        ApiError.NOT_FOUND, "id", "no message of this number is under way; GET /messages"));
    }

    private static MessageAction action(Kind kind, Fields fields, Snapshot snapshot) {
        return switch (kind) {
            case DELAY ->
                new MessageAction.DelayBy(
                        fields.required("steps", field -> fields.whole(field, 1, TrafficRule.MAX_STEPS))
                                .intValue());
            case REORDER -> {
                int last = Math.max(1, snapshot.queue().size());
                yield new MessageAction.Reorder(fields.required("place", field -> fields.whole(field, 1, last))
                        .intValue());
            }
            case TRIM -> new MessageAction.Trim(keys(fields));
            case DELIVER, LOSE, DUPLICATE, HOLD, CORRUPT, RESTORE -> new MessageAction.Simple(kind);
        };
    }

    private static Set<Key> keys(Fields fields) {
        return ApiError.reading(
                fields.name("keys"), () -> fields.required("keys", field -> fields.texts(field, MAX_KEYS)).stream()
                        .map(Key::new)
                        .collect(Collectors.toSet()));
    }
}
