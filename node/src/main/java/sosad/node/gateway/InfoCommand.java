package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static sosad.model.PlainFormat.format;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sosad.message.Report.BackendState;
import sosad.node.client.ClientSession;
import sosad.node.client.LaterReply;
import sosad.node.client.PortState;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.RespCommand;
import sosad.node.client.ServerCommands;
import sosad.process.ProgramVersion;
import sosad.protocol.EnumNames;

/** INFO: what the gateway tells of itself, of its backends and of its cache. */
final class InfoCommand {
    /** By this a gateway is told from a node. */
    static final String SERVER_NAME = "sosad-gateway";

    private static final Set<String> EVERYTHING = Set.of("all", "default", "everything");
    private static final Pattern INTEGER = Pattern.compile(":(\\d+)\r\n");

    private final RequestContext dispatch;
    private final GatewaySettings settings;
    private final PortState port;
    private final IntSupplier portNumber;
    private final Map<String, Supplier<String>> sections = new LinkedHashMap<>();

    /** @param portNumber where the gateway listens */
    InfoCommand(
            RequestContext dispatch,
            GatewaySettings settings,
            Optional<ReadCache> cache,
            PortState port,
            IntSupplier portNumber) {
        this.dispatch = dispatch;
        this.settings = settings;
        this.port = port;
        this.portNumber = portNumber;
        sections.put("server", this::server);
        sections.put("clients", this::clients);
        sections.put("stats", this::stats);
        sections.put("replication", InfoCommand::replication);
        sections.put("backends", this::backends);
        cache.ifPresent(open -> sections.put("cache", () -> cache(open)));
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

    /** A section that is not known is empty, as in Redis. */
    private void info(Request request, Replies replies, ClientSession session) {
        Set<String> wanted = new HashSet<>();
        for (int i = 1; i < request.count(); i++) {
            wanted.add(request.text(i).toLowerCase(Locale.ROOT));
        }
        boolean everything = wanted.isEmpty() || !Collections.disjoint(wanted, EVERYTHING);
        String text = sections.entrySet().stream()
                .filter(section -> everything || wanted.contains(section.getKey()))
                .map(section -> "# " + capitalized(section.getKey()) + "\n"
                        + section.getValue().get())
                .collect(Collectors.joining("\n"));
        if (everything || wanted.contains("keyspace")) {
            LaterReply later = session.later();
            String before = text.isEmpty() ? "" : text + "\n";
            askKeyspace(keyspace -> later.answer(all -> write(before + keyspace, all)));
        } else {
            write(text, replies);
        }
    }

    private static void write(String text, Replies replies) {
        replies.bulk(text.replace("\n", "\r\n"));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    /** The gateway holds no keys: what the first backend that is up says by DBSIZE. */
    private void askKeyspace(Consumer<String> then) {
        Optional<Backend> first = dispatch.backends().all().stream()
                .filter(backend -> backend.state() == BackendState.UP)
                .findFirst();
        if (first.isEmpty()) {
            then.accept("# Keyspace\n");
            return;
        }
        first.get()
                .askSize(reply -> then.accept(
                        "# Keyspace\n" + reply.map(InfoCommand::keyspace).orElse("")));
    }

    /** One line, as a node has it, also for no keys. */
    private static String keyspace(byte[] size) {
        Matcher keys = INTEGER.matcher(new String(size, US_ASCII));
        return keys.matches() ? "db0:keys=" + keys.group(1) + ",expires=0,avg_ttl=0\n" : "";
    }

    private String server() {
        return format(
                """
                server_name:%s
                sosad_version:%s
                redis_version:%s
                redis_mode:standalone
                process_id:%d
                run_id:%s
                tcp_port:%d
                uptime_in_seconds:%d
                balancing:%s
                writes:%d
                reads:%s
                deadline_ms:%d
                """,
                SERVER_NAME,
                ProgramVersion.NUMBER,
                ServerCommands.REDIS_VERSION,
                ProcessHandle.current().pid(),
                port.runId(),
                portNumber.getAsInt(),
                TimeUnit.NANOSECONDS.toSeconds(port.ageNanos()),
                EnumNames.of(settings.balancing()),
                settings.writes(),
                EnumNames.of(settings.reads()),
                settings.deadline().toMillis());
    }

    private String clients() {
        return format("connected_clients:%d\n", port.connected());
    }

    private String stats() {
        RequestCounts counts = dispatch.counts();
        return format("""
                requests:%d
                retried:%d
                timed_out:%d
                uncertain:%d
                no_backend:%d
                """, counts.requests(), counts.retried(), counts.late(), counts.uncertain(), counts.shortages());
    }

    /** Clients look here for who takes writes, and connect to nobody else. */
    private static String replication() {
        return "role:master\nconnected_slaves:0\n";
    }

    private String backends() {
        return dispatch.backends().all().stream().map(InfoCommand::line).collect(Collectors.joining());
    }

    private static String line(Backend backend) {
        BackendCounts counts = backend.counts();
        return format(
                "backend_%s:state=%s,address=%s,outstanding=%d,served=%d,failed=%d,latency_us=%d,last_error=%s\n",
                backend,
                EnumNames.of(backend.state()),
                backend.address(),
                counts.outstanding(),
                counts.served(),
                counts.failed(),
                counts.latencyMicros(),
                counts.lastError());
    }

    private static String cache(ReadCache cache) {
        CacheStats stats = cache.stats();
        return format(
                """
                cache_entries:%d
                cache_hits:%d
                cache_misses:%d
                cache_evictions:%d
                cache_staleness_mean_ms:%.1f
                cache_staleness_max_ms:%.1f
                """,
                cache.entries(),
                stats.hitCount(),
                stats.missCount(),
                stats.evictionCount(),
                cache.meanAgeMillis(),
                cache.mostAgeMillis());
    }
}
