package sosad.app.client;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import sosad.model.Value;

/**
 * A reply in the Redis protocol.
 *
 * @param text the reply in words: a status, a number, an error's text, or how many items there are
 * @param isError whether it is an error
 * @param value the value, if the reply is a bulk string that is not null
 * @param items the replies in it, if it is an array
 */
public record RespReply(String text, boolean isError, Optional<Value> value, List<RespReply> items) {
    /** The text of a null bulk string. */
    public static final String NIL = "(nil)";

    public RespReply {
        items = List.copyOf(items);
    }

    /** A reply that is no array. */
    public RespReply(String text, boolean isError, Optional<Value> value) {
        this(text, isError, value, List.of());
    }

    /** Returns whether there is no value; a value may read {@link #NIL}, too. */
    public boolean isNil() {
        return !isError && value.isEmpty() && text.equals(NIL);
    }

    /**
     * Returns the text of a reply that is no error.
     *
     * @throws IOException if it is one
     */
    public String orFail() throws IOException {
        if (isError) {
            throw new IOException("a request was refused: " + text);
        }
        return text;
    }
}
