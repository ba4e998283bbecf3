package sosad.node.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import sosad.model.Key;
import sosad.protocol.EnumNames;

/** The commands by which clients get to know the server. */
public final class ServerCommands {
    /** The Redis whose commands these are like; clients choose by it what they dare to ask. */
    public static final String REDIS_VERSION = "7.0.0";

    private final Map<String, String> settings = new TreeMap<>();

    /** The commands of a port with these settings. */
    ServerCommands(ClientSettings clientSettings) {
        // In Redis's words: a disk store is a log to which each write is appended, with the same three choices.
        settings.put("appendonly", clientSettings.fsync().isPresent() ? "yes" : "no");
        settings.put(
                "appendfsync",
                clientSettings.fsync().map(EnumNames::of).orElse("no").replace("never", "no"));
        settings.put("databases", "1");
        settings.put("maxclients", Integer.toString(clientSettings.mostConnections()));
        settings.put(
                "proto-max-bulk-len", Integer.toString(clientSettings.limits().valueBytes()));
        settings.put("save", "");
    }

    /** CONFIG and TIME. */
    List<RespCommand> all() {
        return List.of(
                RespCommand.of(
                                "config",
                                1,
                                Request.MAX_KEPT - 1,
                                "Returns the settings whose names match a pattern",
                                this::config)
                        .taking("GET pattern ..."),
                RespCommand.of("time", 0, 0, "Returns the machine's time: seconds, microseconds", this::time));
    }

    private void config(Request request, Replies replies, ClientSession session) {
        if (request.count() < 3 || !request.is(1, "get")) {
            replies.error("ERR unknown subcommand or wrong number of arguments for 'config': GET pattern is known");
            return;
        }
        List<Glob> patterns = IntStream.range(2, request.count())
                .mapToObj(i -> Glob.of(request.bytes(), request.start(i), request.length(i)))
                .toList();
        List<String> found = settings.keySet().stream()
                .filter(name -> patterns.stream().anyMatch(pattern -> pattern.matches(new Key(name))))
                .toList();
        replies.map(found.size());
        for (String name : found) {
            replies.field(name, settings.get(name));
        }
    }

    /** Replies with the Unix time, as Redis clients expect, not with the node's clock, which INFO shows. */
    private void time(Request request, Replies replies, ClientSession session) {
        Instant now = Instant.now();
        replies.array(2);
        replies.bulk(Long.toString(now.getEpochSecond()));
        replies.bulk(Long.toString(TimeUnit.NANOSECONDS.toMicros(now.getNano())));
    }
}
