package sosad.node.client;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import sosad.message.Launch.Fsync;
import sosad.model.Limits;

/**
 * The settings of the client port.
 *
 * @param limits how long keys and values may be
 * @param requestTimeout how long a client may be silent in the middle of a request before it is disconnected
 * @param mostConnections how many connections there may be; further ones get an error and are closed
 * @param secret what clients must send by AUTH, if anything
 * @param fsync when what clients write survives the machine's failure; empty: it is not kept
 */
public record ClientSettings(
        Limits limits, Duration requestTimeout, int mostConnections, Optional<String> secret, Optional<Fsync> fsync) {
    /** Room for ten thousand idle connections, and for some that work. */
    public static final int USUAL_CONNECTIONS = 10_240;

    /** Longer than anyone waits for the rest of a request; far below where nanoseconds overflow. */
    private static final Duration MAX_TIMEOUT = Duration.ofDays(1);

    /** The usual settings with the usual limits. */
    public static final ClientSettings DEFAULT = usual(Limits.DEFAULT);

    /** @throws IllegalArgumentException naming the setting that is out of range */
    public ClientSettings {
        Objects.requireNonNull(limits);
        Objects.requireNonNull(secret);
        Objects.requireNonNull(fsync);
        refuseIf(
                requestTimeout.toMillis() < 1 || requestTimeout.compareTo(MAX_TIMEOUT) > 0,
                "a request timeout is from 1 ms to %d ms, not %d",
                MAX_TIMEOUT.toMillis(),
                requestTimeout.toMillis());
        refuseIf(mostConnections < 1, "at least 1 client must be able to connect, not %d", mostConnections);
    }

    /** Settings of a port that asks for no secret, and keeps nothing. */
    public ClientSettings(Limits limits, Duration requestTimeout, int mostConnections) {
        this(limits, requestTimeout, mostConnections, Optional.empty(), Optional.empty());
    }

    /** A minute to complete a request, and {@value #USUAL_CONNECTIONS} connections. */
    public static ClientSettings usual(Limits limits) {
        return new ClientSettings(limits, Duration.ofSeconds(60), USUAL_CONNECTIONS);
    }

    /** The same settings, where clients must send this secret, if there is one. */
    public ClientSettings guardedBy(Optional<String> newSecret) {
        return new ClientSettings(limits, requestTimeout, mostConnections, newSecret, fsync);
    }

    /** The same settings, for a store on disk, if it is one. */
    public ClientSettings keeping(Optional<Fsync> newFsync) {
        return new ClientSettings(limits, requestTimeout, mostConnections, secret, newFsync);
    }

    /** The same settings, with so many connections at most. */
    public ClientSettings atMost(int connections) {
        return new ClientSettings(limits, requestTimeout, connections, secret, fsync);
    }

    /** Without the secret, which belongs in no log. */
    @Override
    public String toString() {
        return format(
                "ClientSettings[%s, requestTimeout=%s, mostConnections=%d]", limits, requestTimeout, mostConnections);
    }
}
