package sosad.app.client;

import java.util.Optional;
import sosad.model.Value;

/**
 * The reply to a client.
 *
 * @param text the reply as people read it, such as {@code OK}, {@code yoda}, {@code (nil)} or an error's text
 * @param isError whether it is an error
 * @param isNil whether there is no value; a value may read {@code (nil)}, too
 * @param micros the time from sending the request to having the reply, in microseconds
 */
public record ClientReply(String text, boolean isError, boolean isNil, long micros) {
    /** A reply that is there. */
    public ClientReply(String text, boolean isError, long micros) {
        this(text, isError, false, micros);
    }

    /** Returns what came over a client's connection. */
    public static ClientReply of(RespReply reply, long micros) {
        return new ClientReply(reply.text(), reply.isError(), reply.isNil(), micros);
    }

    /** Returns what a read got: a value, or that there is none. */
    public static ClientReply ofRead(Optional<Value> value, long micros) {
        return new ClientReply(value.map(Value::text).orElse(RespReply.NIL), false, value.isEmpty(), micros);
    }

    /** Returns what a write got: a word or a number, or nil if it lost at once. */
    public static ClientReply ofWrite(String text, long micros) {
        return new ClientReply(text, false, text.equals(RespReply.NIL), micros);
    }
}
