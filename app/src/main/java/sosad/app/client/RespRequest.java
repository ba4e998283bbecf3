package sosad.app.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import sosad.model.Key;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/**
 * A request in the Redis protocol.
 *
 * @param words the command and its arguments, not to be changed
 */
public record RespRequest(List<byte[]> words) {
    public RespRequest {
        words = List.copyOf(words);
    }

    /** Returns a request of words in ASCII. */
    public static RespRequest of(String... words) {
        return new RespRequest(List.of(words).stream().map(RespRequest::ascii).toList());
    }

    /** Returns the request that writes a value in ASCII. */
    public static RespRequest set(String key, String value) {
        return of("SET", key, value);
    }

    /** Returns the request that writes a value. */
    public static RespRequest set(Key key, Value value) {
        return new RespRequest(List.of(ascii("SET"), ascii(key.text()), value.utf8()));
    }

    /** Returns the request that deletes a key. */
    public static RespRequest delete(Key key) {
        return of("DEL", key.text());
    }

    /** Returns the request that reads a key at the node that is asked. */
    public static RespRequest get(String key) {
        return of("GET", key);
    }

    /** Returns the request that reads a key at as many nodes as the mode says. */
    public static RespRequest read(Key key, ReadMode mode) {
        return of("SOSAD.READ", EnumNames.of(mode), key.text());
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
