package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import sosad.message.Address;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.gateway.CacheSettings;
import sosad.node.gateway.GatewaySettings;
import sosad.node.gateway.GatewaySettings.Balancing;
import sosad.node.gateway.GatewaySettings.Reads;

/** The command {@code gateway}: clients speak to it, and it to the nodes. */
@Command(
        name = "gateway",
        description = "Runs a gateway: clients speak to it instead of to the nodes behind it.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The environment variable SOSAD_SECRET, or the file of --secret-file, holds the secret that clients must send "
                    + "by AUTH when the gateway does not listen on a loopback address, or when --secret-file is given. The "
                    + "gateway sends it to its backends, too."
        })
final class GatewayCommand implements Callable<Integer> {
    private static final int USUAL_TTL_MILLIS = 1_000;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--backend",
            required = true,
            paramLabel = "NAME=HOST:PORT",
            description = "The client port of a node behind the gateway; once for each.")
    private Map<NodeId, Address> backends = new TreeMap<>();

    @Option(names = "--port", defaultValue = "0", description = "The port for clients; 0: any free one (default).")
    private int port;

    @Option(
            names = "--bind",
            defaultValue = "127.0.0.1",
            paramLabel = "HOST",
            description = "The address to listen on (default: ${DEFAULT-VALUE}).")
    private String bind;

    @Option(
            names = "--balancing",
            defaultValue = "round-robin",
            description = "How a backend is chosen: round-robin (default), least-busy or by-key.")
    private Balancing balancing;

    @Option(
            names = "--writes",
            defaultValue = "1",
            paramLabel = "W",
            description = "How many backends take each write (default: 1).")
    private int writes;

    @Option(
            names = "--reads",
            defaultValue = "one",
            description = "What GET returns: one backend's value (default), or the newest of all nodes.")
    private Reads reads;

    @Option(
            names = "--deadline",
            defaultValue = "2000",
            paramLabel = "MILLIS",
            description = "How long a request may take (default: 2000).")
    private int deadlineMillis;

    @Option(
            names = "--cache-size",
            paramLabel = "ENTRIES",
            description = "The most values to cache (default: no cache).")
    private Optional<Integer> cacheSize = Optional.empty();

    @Option(
            names = "--cache-ttl",
            paramLabel = "MILLIS",
            description = "How long a value is kept in the cache (default: " + USUAL_TTL_MILLIS + ").")
    private Optional<Integer> cacheTtlMillis = Optional.empty();

    @Mixin
    private SecretOptions secretOptions;

    @Mixin
    private LogOptions logOptions;

    @Mixin
    private LimitOptions limitOptions;

    @Override
    public Integer call() {
        InetSocketAddress address = address();
        GatewaySettings settings = settings(address.getAddress());
        logOptions.apply();
        return new GatewayProcess(
                        address,
                        settings,
                        spec.commandLine().getOut(),
                        spec.commandLine().getErr())
                .run();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private InetSocketAddress address() {
        if (port < 0 || port > 65_535) {
            throw wrong("--port is from 0 to 65535, not " + port);
        }
        try {
            return new InetSocketAddress(InetAddress.getByName(bind), port);
        } catch (UnknownHostException e) {
            throw wrong("--bind: the host " + bind + " is unknown");
        }
    }

    /** Returns what clients must send. */
    private Optional<String> secret(InetAddress listening) {
        if (!listening.isLoopbackAddress()) {
            return Optional.of(secretOptions.needed("--bind %s lets other machines in".formatted(bind)));
        }
        return secretOptions.isFromFile()
                ? Optional.of(secretOptions.needed("--secret-file makes clients send the secret"))
                : Optional.empty();
    }

    private GatewaySettings settings(InetAddress listening) {
        try {
            Limits limits = limitOptions.limits();
            refuseIf(
                    cacheTtlMillis.isPresent() && cacheSize.isEmpty(),
                    "--cache-ttl without --cache-size: there is no cache");
            OptionConverters.checkDistinct(spec, "--backend", backends);
            return new GatewaySettings(
                    backends,
                    balancing,
                    writes,
                    reads,
                    Duration.ofMillis(deadlineMillis),
                    cacheSize.map(size ->
                            new CacheSettings(size, Duration.ofMillis(cacheTtlMillis.orElse(USUAL_TTL_MILLIS)))),
                    limits,
                    secret(listening),
                    secretOptions.given());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
    }
}
