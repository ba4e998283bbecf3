package sosad.wire;

import java.io.IOException;
import sosad.message.Live;
import sosad.message.Live.ClockKind;

/** The JSON form of how a node runs live, in its launch and in the command {@code go-live}. */
final class LiveJson {
    private LiveJson() {}

    static void write(JsonText json, Live live) throws IOException {
        json.word("clock", live.clock())
                .number("originMillis", live.originMillis())
                .number("skewMillis", live.skewMillis())
                .number("pushMillis", live.pushMillis())
                .number("syncMillis", live.syncMillis())
                .number("readMillis", live.readMillis());
    }

    static Live read(JsonObject json) throws MalformedException {
        return new Live(
                json.word("clock", ClockKind.class),
                json.number("originMillis"),
                json.number("skewMillis"),
                json.integer("pushMillis"),
                json.integer("syncMillis"),
                json.integer("readMillis"));
    }
}
