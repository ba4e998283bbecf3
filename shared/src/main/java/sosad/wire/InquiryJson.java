package sosad.wire;

import java.io.IOException;
import sosad.message.InquiryMessage;
import sosad.model.Key;
import sosad.protocol.Inquiry;

/** The JSON form of questions, answers and repairs; which one it is stands in the frame's header. */
final class InquiryJson {
    private InquiryJson() {}

    static Frame encode(InquiryMessage message) {
        Inquiry inquiry = message.inquiry();
        return Frame.compose(
                FrameKind.of(inquiry),
                message.id(),
                inquiry.from(),
                inquiry.to(),
                JsonText.of(inquiry, InquiryJson::write));
    }

    private static void write(JsonText json, Inquiry inquiry) throws IOException {
        if (inquiry instanceof Inquiry.Ask ask) {
            json.number("read", ask.read()).text("key", ask.key());
        } else if (inquiry instanceof Inquiry.Answer answer) {
            json.number("read", answer.read())
                    .text("key", answer.key())
                    .objectIfAny("entry", answer.entry(), EntryJson::write);
        } else if (inquiry instanceof Inquiry.Repair repair) {
            json.object("entry", repair.entry(), EntryJson::write);
        }
    }

    static Inquiry read(Frame frame, JsonObject json) throws MalformedException {
        return switch (frame.kind()) {
            case ASK -> new Inquiry.Ask(frame.from(), frame.to(), json.number("read"), new Key(json.text("key")));
            case ANSWER ->
                new Inquiry.Answer(
                        frame.from(),
                        frame.to(),
                        json.number("read"),
                        new Key(json.text("key")),
                        json.objectIfAny("entry", EntryJson::read));
            case REPAIR -> new Inquiry.Repair(frame.from(), frame.to(), json.object("entry", EntryJson::read));
            default -> throw new MalformedException("a frame of kind %s is not an inquiry".formatted(frame.kind()));
        };
    }
}
