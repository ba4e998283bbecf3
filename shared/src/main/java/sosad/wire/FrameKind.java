package sosad.wire;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;

/** The kinds of frame between peers, with their codes on the wire. */
public enum FrameKind {
    /** Opens a link and proves the secret. */
    GREETING(0),
    PUSH(1),
    SYNC(2),
    HELLO(3),
    /** A question of a read, see {@code sosad.protocol.Inquiry}. */
    ASK(4),
    ANSWER(5),
    REPAIR(6);

    /** The kinds of messages: all but the greeting, which opens a link. */
    public static final List<FrameKind> MESSAGES = List.of(PUSH, SYNC, HELLO, ASK, ANSWER, REPAIR);

    private static final FrameKind[] BY_CODE = values();

    private final byte code;

    FrameKind(int code) {
        this.code = (byte) code;
    }

    byte code() {
        return code;
    }

    static FrameKind of(byte code) throws MalformedException {
        if (code < 0 || code >= BY_CODE.length) {
            throw new MalformedException(format("a frame of kind %d; known are 0 to %d", code, BY_CODE.length - 1));
        }
        return BY_CODE[code];
    }

    static FrameKind of(Kind kind) {
        return switch (kind) {
            case PUSH -> PUSH;
            case SYNC -> SYNC;
            case HELLO -> HELLO;
        };
    }

    /** Returns the kind of the frame in which this is sent. */
    public static FrameKind of(Content content) {
        if (content instanceof Update update) {
            return of(update.kind());
        } else if (content instanceof Inquiry.Ask) {
            return ASK;
        }
        return content instanceof Inquiry.Answer ? ANSWER : REPAIR;
    }

    /** Returns whether frames of this kind carry an {@code Inquiry}. */
    public boolean isInquiry() {
        return this == ASK || this == ANSWER || this == REPAIR;
    }

    Kind messageKind() throws MalformedException {
        return switch (this) {
            case PUSH -> Kind.PUSH;
            case SYNC -> Kind.SYNC;
            case HELLO -> Kind.HELLO;
            case GREETING, ASK, ANSWER, REPAIR ->
                throw new MalformedException("a frame of kind %s is not an update message".formatted(this));
        };
    }
}
