package sosad.node.main;

import static sosad.model.ArgumentCheck.refuseIf;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
import sosad.message.Launch;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.client.ClientSettings;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** The command {@code node}: one server. */
@Command(
        name = "node",
        description = "Runs one node of a cluster.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "The environment variable SOSAD_SECRET, or the file of --secret-file, holds the secret that all nodes of a cluster "
                    + "and the programs that steer them share. On a loopback address peers need none. SIGTERM shuts a node down "
                    + "cleanly, with exit code 0. Exit code 1: the node failed; 2: it could not start.",
            "",
            "Three nodes and a gateway: README.md.",
            "Control programs: docs/control-protocol.md."
        })
final class NodeCommand implements Callable<Integer> {
    /**
     * Leaves room for the greater ones that a node begins by itself, and is exact in programs that count in doubles.
     */
    private static final long LAST_STORE_ID = 1L << 53;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--id",
            required = true,
            paramLabel = "NAME",
            description = "The node's name: a letter or a short name.")
    private NodeId id;

    @Option(
            names = "--peer",
            paramLabel = "NAME=HOST:PORT",
            description = "Where a peer's messages go; once for each peer.")
    private Map<NodeId, Address> peers = new TreeMap<>();

    @Mixin
    private PortOptions portOptions;

    @Option(
            names = "--content",
            defaultValue = "per-key",
            description = "What a sync contains: remote-now, remote-prev, full or per-key (default).")
    private Content content;

    @Option(
            names = "--timestamps",
            defaultValue = "per-key",
            description = "Which timestamps changes carry: per-key (default), newest or average.")
    private Timestamps timestamps;

    @Option(
            names = "--schedule",
            defaultValue = "together",
            description = "Where a sync goes: together (default) or rolling.")
    private Schedule schedule;

    @Option(names = "--start-time", defaultValue = "1", description = "Where rows and the clock begin (default: 1).")
    private long startTime;

    @Option(
            names = "--store-id",
            paramLabel = "N",
            description = "The number of this store, greater than any before at this node (default: the machine's "
                    + "clock in microseconds).")
    private Optional<Long> storeId = Optional.empty();

    @Option(
            names = "--first-message",
            defaultValue = "1",
            paramLabel = "N",
            description = "The number of the first message.")
    private long firstMessage;

    @Option(names = "--rejoin", description = "Tell every peer at the start that this node is back.")
    private boolean rejoin;

    @Option(
            names = "--control",
            paramLabel = "HOST:PORT",
            description = "Connect to the app at this address and take its commands.")
    private Optional<Address> control = Optional.empty();

    @Option(names = "--parent", description = "End when the connection to the app is lost.")
    private boolean parent;

    @Option(
            names = "--read",
            defaultValue = "local",
            description = "How far a read goes: local (default), find (asks the peers on a miss) or newest (asks all "
                    + "and updates those that are stale).")
    private ReadMode reads;

    @Mixin
    private LiveOptions liveOptions;

    @Mixin
    private DiskOptions diskOptions;

    @Mixin
    private RecordOptions recordOptions;

    @Mixin
    private SecretOptions secretOptions;

    @Mixin
    private LogOptions logOptions;

    @Mixin
    private LimitOptions limitOptions;

    @Option(
            names = "--max-clients",
            defaultValue = "" + ClientSettings.USUAL_CONNECTIONS,
            paramLabel = "N",
            description = "The most client connections (default: " + ClientSettings.USUAL_CONNECTIONS + ").")
    private int maxClients;

    @Option(
            names = "--request-timeout",
            defaultValue = "60000",
            paramLabel = "MILLIS",
            description = "How long a client may be silent in the middle of a request (default: 60000).")
    private long requestTimeoutMillis;

    @Override
    public Integer call() {
        Launch launch = launch();
        logOptions.apply();
        return new NodeProcess(launch, clientSettings(launch.limits())).run();
    }

    private ClientSettings clientSettings(Limits limits) {
        try {
            return new ClientSettings(limits, Duration.ofMillis(requestTimeoutMillis), maxClients);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private Launch launch() {
        try {
            Limits limits = limitOptions.limits();
            check();
            return new Launch(
                    id,
                    peers,
                    portOptions.ports(),
                    new Rules(content, timestamps, schedule, startTime),
                    limits,
                    storeId.orElseGet(NodeCommand::microsecondsNow),
                    firstMessage,
                    rejoin,
                    control,
                    parent,
                    portOptions.secret(secretOptions),
                    reads,
                    liveOptions.live(spec),
                    diskOptions.disk(),
                    recordOptions.record());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void check() {
        if (peers.containsKey(id)) {
            throw new IllegalArgumentException("--peer names the node itself, " + id);
        }
        OptionConverters.checkDistinct(spec, "--peer", peers);
        if (storeId.isPresent() && (storeId.get() < 1 || storeId.get() > LAST_STORE_ID)) {
            throw new IllegalArgumentException(
                    "--store-id is from 1 to %s, not %s".formatted(LAST_STORE_ID, storeId.get()));
        }
        refuseIf(parent && control.isEmpty(), "--parent without --control: there is no app to lose");
    }

    /** The store id of a stand-alone node: its machine's real clock in microseconds. */
    private static long microsecondsNow() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
    }
}
