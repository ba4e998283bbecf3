package sosad.node.main;

import static sosad.model.PlainFormat.format;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import sosad.message.Ports;

/** The addresses on which a node listens. */
final class PortOptions {
    @Option(
            names = "--bind",
            defaultValue = Ports.LOOPBACK,
            paramLabel = "HOST",
            description = "The address that all ports listen on (default: ${DEFAULT-VALUE}); any but loopback needs a "
                    + "secret, which clients then send by AUTH.")
    private String bind;

    @Option(
            names = "--client-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "The port for clients; 0: any free one (default).")
    private int client;

    @Option(
            names = "--peer-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "The port for peers; 0: any free one (default).")
    private int peer;

    @Option(
            names = "--control-port",
            paramLabel = "PORT",
            description = "Take commands at this port from programs that prove the secret (docs/control-protocol.md).")
    private Optional<Integer> control = Optional.empty();

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Serve Prometheus at this port, path /metrics.")
    private Optional<Integer> metrics = Optional.empty();

    /** @throws IllegalArgumentException if there is no such port or host, or two ports are the same */
    Ports ports() {
        address();
        Ports ports = new Ports(bind, client, peer, control, metrics);
        Set<Integer> taken = new HashSet<>();
        Stream.of(Optional.of(client), Optional.of(peer), control, metrics)
                .flatMap(Optional::stream)
                .filter(port -> port > 0 && !taken.add(port))
                .findFirst()
                .ifPresent(port -> {
                    throw new IllegalArgumentException(format("port %d is given twice: each needs its own", port));
                });
        return ports;
    }

    /**
     * The secret that goes with these ports; empty if they need none and none is given.
     *
     * @throws IllegalArgumentException if they need one and there is none, or it is too short
     */
    String secret(SecretOptions secrets) {
        if (!address().isLoopbackAddress()) {
            return secrets.needed("--bind %s lets other machines in".formatted(bind));
        }
        if (control.isPresent()) {
            return secrets.needed("--control-port lets other programs steer the node");
        }
        return secrets.given().orElse("");
    }

    private InetAddress address() {
        try {
            return InetAddress.getByName(bind);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("--bind: the host %s is unknown".formatted(bind), e);
        }
    }
}
