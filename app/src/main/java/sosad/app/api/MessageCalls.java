package sosad.app.api;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import sosad.app.history.Moment;
import sosad.app.lab.Lab;
import sosad.app.scenario.TrafficRule;
import sosad.model.Key;
import sosad.model.RefusedException;

/** The messages under way in step mode. */
final class MessageCalls {
    private static final List<String> WORDS =
            List.of("deliver", "drop", "duplicate", "hold", "delay", "corrupt", "reorder", "trim");
    private static final int MOST_KEYS = 1_000;

    private final LabAccess access;

    MessageCalls(LabAccess access) {
        this.access = access;
    }

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/messages", call -> Answer.ok(MessageJson.underWay(access.present()))),
                Endpoint.post("/messages/{id}", this::handle));
    }

    private Answer handle(Call call) {
        Moment moment = access.present();
        long id = call.number("id")
                .filter(one -> moment.message(one)
                        .filter(message -> !message.fate().isFinal())
                        .isPresent())
                .orElseThrow(() ->
                        new Refusal(Refusal.NOT_FOUND, "id", "no message of this number is under way; GET /messages"));
        Fields fields = call.fields();
        String word = fields.required("do", field -> fields.word(field, WORDS));
        Handling handling = handling(word, id, fields, moment);
        fields.end();
        access.requireSteps();
        access.done(handling.by(access.lab()));
        return Answer.done();
    }

    /** What is done to a message once all of the request is known to be right. */
    private interface Handling {
        CompletableFuture<Void> by(Lab lab);
    }

    private static Handling handling(String word, long id, Fields fields, Moment moment) {
        return switch (word) {
            case "deliver" -> lab -> lab.deliver(id);
            case "drop" -> lab -> lab.drop(id);
            case "duplicate" -> lab -> lab.duplicate(id);
            case "hold" -> lab -> lab.hold(id);
            case "corrupt" -> lab -> lab.corrupt(id);
            case "delay" -> {
                int steps = fields.required("steps", field -> fields.whole(field, 1, TrafficRule.MOST_STEPS))
                        .intValue();
                yield lab -> lab.delay(id, steps);
            }
            case "reorder" -> {
                int last = Math.max(1, moment.queue().size());
                int place = fields.required("place", field -> fields.whole(field, 1, last))
                        .intValue();
                yield lab -> lab.reorder(id, place);
            }
            default -> {
                Set<Key> keys = keys(fields);
                yield lab -> lab.trim(id, keys);
            }
        };
    }

    private static Set<Key> keys(Fields fields) {
        try {
            return fields.required("keys", field -> fields.texts(field, MOST_KEYS)).stream()
                    .map(Key::new)
                    .collect(Collectors.toSet());
        } catch (RefusedException e) {
            throw Refusal.ofField(fields.name("keys"), e.getMessage());
        }
    }
}
