package sosad.message;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.Optional;

/**
 * The ports of a node; port 0 means any free one.
 *
 * @param bind the host name or address of the interface
 * @param client for clients
 * @param peer for peers
 * @param control for programs that steer and watch the node, if it takes any
 * @param metrics for Prometheus, if it is to
 */
public record Ports(String bind, int client, int peer, Optional<Integer> control, Optional<Integer> metrics) {
    /** This machine's loopback address. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Any free ports for clients and peers, on this machine alone. */
    public static final Ports ANY = new Ports(LOOPBACK, 0, 0, Optional.empty(), Optional.empty());

    /** The same, but this port for clients if it is free; a child of the app takes another one if it is not. */
    public static Ports preferring(int client) {
        return new Ports(LOOPBACK, client, 0, Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException if there is no such port, or no host */
    public Ports {
        Objects.requireNonNull(bind);
        check("client", client);
        check("peer", peer);
        control.ifPresent(port -> check("control", port));
        metrics.ifPresent(port -> check("metrics", port));
    }

    private static void check(String name, int port) {
        refuseIf(
                port < 0 || port > Address.HIGHEST_PORT,
                "%d is not a %s port: 0 to %d",
                port,
                name,
                Address.HIGHEST_PORT);
    }
}
