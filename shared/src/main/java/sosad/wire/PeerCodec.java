package sosad.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import sosad.message.PeerMessage;
import sosad.model.NodeId;

/** Peer messages and greetings as frames. */
public final class PeerCodec {
    private PeerCodec() {}

    private record GreetingJson(
            @JsonProperty(required = true) String secret) {}

    /** The message as a frame. */
    public static Frame encode(PeerMessage message) {
        return Frame.compose(
                FrameKind.of(message.update().kind()),
                message.id(),
                message.update().from(),
                message.update().to(),
                Json.write(UpdateJson.of(message.update())));
    }

    /**
     * The message in a frame.
     *
     * @throws MalformedException if it is a greeting, or its body is not that of a message
     */
    public static PeerMessage decode(Frame frame) throws MalformedException {
        try {
            return new PeerMessage(
                    frame.id(), Json.read(frame.body(), UpdateJson.class).toUpdate(frame));
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new MalformedException(e.getMessage(), e);
        }
    }

    /** The frame that opens a link. */
    public static Frame greeting(NodeId from, NodeId to, String secret) {
        return Frame.compose(FrameKind.GREETING, 0, from, to, Json.write(new GreetingJson(secret)));
    }

    /** Whether {@code frame} is a greeting that proves {@code secret}; takes the same time whatever it says. */
    public static boolean proves(Frame frame, String secret) throws MalformedException {
        if (frame.kind() != FrameKind.GREETING) {
            throw new MalformedException("a link begins with a greeting, not with a frame of kind " + frame.kind());
        }
        return sameSecret(Json.read(frame.body(), GreetingJson.class).secret(), secret);
    }

    /** Compares secrets in a time that does not tell where they differ. */
    public static boolean sameSecret(String offered, String expected) {
        return MessageDigest.isEqual(
                offered.getBytes(StandardCharsets.UTF_8), expected.getBytes(StandardCharsets.UTF_8));
    }
}
