package sosad.node.client;

import java.time.Duration;
import java.util.Objects;
import sosad.model.Limits;

/**
 * How the client port treats its clients.
 *
 * @param limits how long keys and values may be
 * @param requestTimeout how long a client may be silent in the middle of a request before it is disconnected
 */
public record ClientSettings(Limits limits, Duration requestTimeout) {
    /** The usual limits, and a minute to complete a request. */
    public static final ClientSettings DEFAULT = new ClientSettings(Limits.DEFAULT, Duration.ofSeconds(60));

    public ClientSettings {
        Objects.requireNonNull(limits);
        if (requestTimeout.isNegative() || requestTimeout.isZero()) {
            throw new IllegalArgumentException("a request timeout of " + requestTimeout);
        }
    }
}
