package sosad.app.cluster;

import java.util.Optional;
import sosad.model.Value;

/**
 * A reply in the Redis protocol.
 *
 * @param text the reply in words: a status, a number, or an error's text
 * @param isError whether it is an error
 * @param value the value, if the reply is a bulk string that is not null
 */
public record Reply(String text, boolean isError, Optional<Value> value) {}
