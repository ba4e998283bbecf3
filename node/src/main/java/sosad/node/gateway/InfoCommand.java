package sosad.node.gateway;

import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import sosad.node.client.Command;
import sosad.node.client.Replies;
import sosad.node.client.Request;
import sosad.node.client.ServerCommands;
import sosad.node.client.Session;
import sosad.protocol.Words;

/** INFO: what the gateway tells of itself, of its backends and of its cache. */
final class InfoCommand {
    private final Dispatch dispatch;
    private final GatewaySettings settings;
    private final IntSupplier connections;
    private final Map<String, Supplier<String>> sections = new LinkedHashMap<>();

    /** @param connections how many clients are connected */
    InfoCommand(Dispatch dispatch, GatewaySettings settings, Optional<ReadCache> cache, IntSupplier connections) {
        this.dispatch = dispatch;
        this.settings = settings;
        this.connections = connections;
        sections.put("server", this::server);
        sections.put("clients", this::clients);
        sections.put("stats", this::stats);
        sections.put("replication", InfoCommand::replication);
        sections.put("backends", this::backends);
        cache.ifPresent(open -> sections.put("cache", () -> cache(open)));
    }

    Command command() {
        return Command.of("info", 0, 1, "Tells how the gateway and its backends are, by section", this::info)
                .taking("[section ...]");
    }

    /** A section that is not known is empty, as in Redis. */
    private void info(Request request, Replies replies, Session session) {
        String wanted = request.count() == 1 ? "all" : request.text(1).toLowerCase(Locale.ROOT);
        boolean everything = wanted.equals("all") || wanted.equals("default") || wanted.equals("everything");
        String text = sections.entrySet().stream()
                .filter(section -> everything || section.getKey().equals(wanted))
                .map(section -> "# " + capitalized(section.getKey()) + "\n"
                        + section.getValue().get())
                .collect(Collectors.joining("\n"));
        replies.bulk(text.replace("\n", "\r\n"));
    }

    private static String capitalized(String name) {
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private String server() {
        return String.format(
                Locale.ROOT,
                """
                server_name:sosad-gateway
                sosad_version:%s
                redis_version:%s
                redis_mode:standalone
                process_id:%d
                balancing:%s
                writes:%d
                reads:%s
                deadline_ms:%d
                """,
                ServerCommands.VERSION,
                ServerCommands.REDIS_VERSION,
                ProcessHandle.current().pid(),
                Words.of(settings.balancing()),
                settings.writes(),
                Words.of(settings.reads()),
                settings.deadline().toMillis());
    }

    private String clients() {
        return String.format(Locale.ROOT, "connected_clients:%d\n", connections.getAsInt());
    }

    private String stats() {
        Tally tally = dispatch.tally();
        return String.format(
                Locale.ROOT,
                """
                requests:%d
                retried:%d
                timed_out:%d
                uncertain:%d
                no_backend:%d
                """,
                tally.requests(),
                tally.retried(),
                tally.late(),
                tally.uncertain(),
                tally.shortages());
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
        return String.format(
                Locale.ROOT,
                "backend_%s:state=%s,address=%s,outstanding=%d,served=%d,failed=%d,latency_us=%d,last_error=%s\n",
                backend,
                Words.of(backend.state()),
                backend.address(),
                counts.outstanding(),
                counts.served(),
                counts.failed(),
                counts.latencyMicros(),
                counts.lastError());
    }

    private static String cache(ReadCache cache) {
        CacheStats stats = cache.stats();
        return String.format(
                Locale.ROOT,
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
