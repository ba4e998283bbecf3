package sosad.node.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.node.drive.Database;

/** The commands by which redis-cli and redis-benchmark get to know a server. */
final class ServerCommands {
    static final String VERSION = "0.1.0";

    private final Database database;
    private final IntSupplier connections;
    private final IntSupplier commands;
    private final Map<String, String> settings = new TreeMap<>();

    /**
     * @param connections how many connections there are
     * @param commands how many commands the port knows
     */
    ServerCommands(Database database, Limits limits, IntSupplier connections, IntSupplier commands) {
        this.database = database;
        this.connections = connections;
        this.commands = commands;
        settings.put("appendonly", "no");
        settings.put("databases", "1");
        settings.put("proto-max-bulk-len", Integer.toString(limits.valueBytes()));
        settings.put("save", "");
    }

    List<Command> all() {
        return List.of(
                Command.of("command", 0, Integer.MAX_VALUE, this::command),
                Command.of("config", 1, Integer.MAX_VALUE, this::config),
                Command.of("info", 0, Integer.MAX_VALUE, this::info));
    }

    /** Clients ask for the list of commands to check arguments and to complete names; they do without. */
    private void command(Request request, Replies replies, Session session) {
        if (request.count() > 1 && request.is(1, "count")) {
            replies.integer(commands.getAsInt());
        } else {
            replies.array(0);
        }
    }

    private void config(Request request, Replies replies, Session session) {
        if (request.count() != 3 || !request.is(1, "get")) {
            replies.error("ERR unknown subcommand or wrong number of arguments for 'config': GET pattern is known");
            return;
        }
        Glob pattern = Glob.of(request.bytes(), request.start(2), request.length(2));
        List<String> found = settings.keySet().stream()
                .filter(name -> pattern.matches(new Key(name)))
                .toList();
        replies.array(2 * found.size());
        for (String name : found) {
            replies.bulk(name);
            replies.bulk(settings.get(name));
        }
    }

    private void info(Request request, Replies replies, Session session) {
        replies.bulk("""
                # Server
                server_name:sosad
                sosad_version:%s
                redis_mode:standalone

                # Clients
                connected_clients:%d

                # Keyspace
                db0:keys=%d,expires=0,avg_ttl=0,tombstones=%d
                """.formatted(
                        VERSION, connections.getAsInt(), database.size() - database.tombstones(), database.tombstones())
                .replace("\n", "\r\n"));
    }
}
