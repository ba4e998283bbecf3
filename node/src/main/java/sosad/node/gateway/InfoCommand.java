package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static sosad.model.PlainFormat.format;
import static sosad.node.client.InfoSections.fact;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.message.Report.BackendState;
import sosad.node.client.ClientSession;
import sosad.node.client.InfoSections;
import sosad.node.client.LaterReply;
import sosad.node.client.PortState;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.RespCommand;
import sosad.node.client.ServerCommands;
import sosad.process.ProgramVersion;
import sosad.protocol.EnumNames;

/** INFO: the state of the gateway, of its backends and of its cache. */
final class InfoCommand {
    /** What distinguishes a gateway from a node. */
    static final String SERVER_NAME = "sosad-gateway";

    private static final String KEYSPACE = "Keyspace";
    private static final Pattern INTEGER = Pattern.compile(":(\\d+)\r\n");

    private final RequestContext context;
    private final GatewaySettings settings;
    private final PortState port;
    private final IntSupplier portNumber;
    private final InfoSections sections = new InfoSections();

    /** @param portNumber where the gateway listens */
    InfoCommand(
            RequestContext context,
            GatewaySettings settings,
            Optional<ReadCache> cache,
            PortState port,
            IntSupplier portNumber) {
        this.context = context;
        this.settings = settings;
        this.port = port;
        this.portNumber = portNumber;
        sections.add("Server", this::server);
        sections.add("Clients", this::clients);
        sections.add("Stats", this::stats);
        sections.add("Replication", InfoCommand::replication);
        sections.add("Backends", this::backends);
        cache.ifPresent(open -> sections.add("Cache", () -> cache(open)));
    }

    RespCommand command() {
        return RespCommand.of(
                        "info",
                        0,
                        Request.MAX_KEPT - 1,
                        "Reports the state of the gateway and its backends, by section",
                        this::info)
                .taking("[section ...]");
    }

    private void info(Request request, Replies replies, ClientSession session) {
        Predicate<String> isWanted = InfoSections.wanted(request);
        String text = sections.text(isWanted);
        if (isWanted.test(KEYSPACE)) {
            LaterReply later = session.later();
            String before = text.isEmpty() ? "" : text + "\r\n";
            askKeyspace(facts -> later.answer(all -> all.bulk(before + InfoSections.section(KEYSPACE, facts))));
        } else {
            replies.bulk(text);
        }
    }

    /** The gateway holds no keys: what the first backend that is up says by DBSIZE. */
    private void askKeyspace(Consumer<List<String>> then) {
        context.backends().all().stream()
                .filter(backend -> backend.state() == BackendState.UP)
                .findFirst()
                .ifPresentOrElse(
                        up -> up.askSize(size ->
                                then.accept(size.map(InfoCommand::keyspace).orElse(List.of()))),
                        () -> then.accept(List.of()));
    }

    /** One line, as a node has it, also for no keys. */
    private static List<String> keyspace(byte[] size) {
        Matcher keys = INTEGER.matcher(new String(size, US_ASCII));
        return keys.matches() ? List.of("db0:keys=" + keys.group(1) + ",expires=0,avg_ttl=0") : List.of();
    }

    private List<String> server() {
        return List.of(
                fact("server_name", SERVER_NAME),
                fact("sosad_version", ProgramVersion.NUMBER),
                fact("redis_version", ServerCommands.REDIS_VERSION),
                fact("redis_mode", "standalone"),
                fact("process_id", ProcessHandle.current().pid()),
                fact("run_id", port.runId()),
                fact("tcp_port", portNumber.getAsInt()),
                fact("uptime_in_seconds", TimeUnit.NANOSECONDS.toSeconds(port.ageNanos())),
                fact("balancing", EnumNames.of(settings.balancing())),
                fact("writes", settings.writes()),
                fact("reads", EnumNames.of(settings.reads())),
                fact("deadline_ms", settings.deadline().toMillis()));
    }

    private List<String> clients() {
        return List.of(fact("connected_clients", port.connected()));
    }

    private List<String> stats() {
        RequestCounts counts = context.counts();
        return List.of(
                fact("requests", counts.requests),
                fact("retried", counts.retried),
                fact("timed_out", counts.late),
                fact("uncertain", counts.uncertain),
                fact("no_backend", counts.shortages));
    }

    /** Clients look here for who takes writes, and connect to nobody else. */
    private static List<String> replication() {
        return List.of(fact("role", "master"), fact("connected_slaves", 0));
    }

    private List<String> backends() {
        return context.backends().all().stream().map(InfoCommand::line).toList();
    }

    private static String line(Backend backend) {
        BackendCounts counts = backend.counts();
        return format(
                "backend_%s:state=%s,address=%s,outstanding=%d,served=%d,failed=%d,latency_us=%d,last_error=%s",
                backend,
                EnumNames.of(backend.state()),
                backend.address(),
                counts.outstanding,
                counts.served,
                counts.failed,
                counts.latencyMicros(),
                counts.lastError);
    }

    private static List<String> cache(ReadCache cache) {
        CacheStats stats = cache.stats();
        return List.of(
                fact("cache_entries", cache.entries()),
                fact("cache_hits", stats.hitCount()),
                fact("cache_misses", stats.missCount()),
                fact("cache_evictions", stats.evictionCount()),
                fact("cache_staleness_mean_ms", format("%.1f", cache.meanAgeMillis())),
                fact("cache_staleness_max_ms", format("%.1f", cache.mostAgeMillis())));
    }
}
