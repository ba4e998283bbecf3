package sosad.node.client;

import java.time.Duration;
import java.util.Objects;
import sosad.model.Limits;

/**
 * How the client port treats its clients.
 *
 * @param limits how long keys and values may be
 * @param requestTimeout how long a client may be silent in the middle of a request before it is disconnected
 * @param mostConnections how many connections there may be; further ones are told so and closed
 */
public record ClientSettings(Limits limits, Duration requestTimeout, int mostConnections) {
    /** Room for ten thousand idle connections, and for some that work. */
    public static final int USUAL_CONNECTIONS = 10_240;

    /** Longer than anyone waits for the rest of a request; far below where nanoseconds overflow. */
    private static final Duration LONGEST_TIMEOUT = Duration.ofDays(1);

    /** The usual settings with the usual limits. */
    public static final ClientSettings DEFAULT = usual(Limits.DEFAULT);

    /** @throws IllegalArgumentException naming the setting that is out of range */
    public ClientSettings {
        Objects.requireNonNull(limits);
        if (requestTimeout.toMillis() < 1 || requestTimeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException("a request timeout is from 1 ms to %d ms, not %d"
                    .formatted(LONGEST_TIMEOUT.toMillis(), requestTimeout.toMillis()));
        }
        if (mostConnections < 1) {
            throw new IllegalArgumentException(
                    "there is at least 1 connection of clients, not %d".formatted(mostConnections));
        }
    }

    /** A minute to complete a request, and {@value #USUAL_CONNECTIONS} connections. */
    public static ClientSettings usual(Limits limits) {
        return new ClientSettings(limits, Duration.ofSeconds(60), USUAL_CONNECTIONS);
    }
}
