package sosad.wire;

import java.util.Optional;
import sosad.model.NodeId;

/**
 * The receiver's reply to a greeting, in a frame of the same kind in the other direction. Programs that do not know it,
 * such as version 0.1.0, neither send nor read it.
 *
 * @param refusal why the link is refused; empty if it is not
 */
public record GreetingAnswer(Optional<String> refusal) {
    /** The link is taken. */
    public static final GreetingAnswer WELCOME = new GreetingAnswer(Optional.empty());

    private static final int MAX_CHARACTERS = 200;

    /** The words are another process's: what is no plain text in them is left out, and they are cut. */
    public GreetingAnswer {
        refusal = refusal.map(words -> words.replaceAll("[^ -~]", ""))
                .map(words -> words.substring(0, Math.min(words.length(), MAX_CHARACTERS)));
    }

    /** The link is refused. */
    public static GreetingAnswer refusal(String why) {
        return new GreetingAnswer(Optional.of(why));
    }

    /** The frame that says this. */
    public Frame frame(NodeId from, NodeId to) {
        return Frame.compose(
                FrameKind.GREETING,
                0,
                from,
                to,
                JsonText.of(this, (json, answer) -> json.textIfAny("refused", answer.refusal())));
    }

    /** @throws MalformedException if the frame is no answer to a greeting */
    public static GreetingAnswer read(Frame frame) throws MalformedException {
        if (frame.kind() != FrameKind.GREETING) {
            throw new MalformedException("a greeting is answered by one, not by a frame of kind " + frame.kind());
        }
        return JsonObject.read(
                frame.body(), "answer to a greeting", json -> new GreetingAnswer(json.textIfAny("refused")));
    }
}
