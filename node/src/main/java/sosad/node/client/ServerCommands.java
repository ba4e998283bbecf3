package sosad.node.client;

import java.util.List;
import java.util.function.IntSupplier;
import sosad.node.drive.Database;

/** The command by which a node tells of itself. */
public final class ServerCommands {
    /** What clients are told is the version of the program. */
    public static final String VERSION = "0.1.0";

    private final Database database;
    private final IntSupplier connections;

    /** @param connections how many connections there are */
    ServerCommands(Database database, IntSupplier connections) {
        this.database = database;
        this.connections = connections;
    }

    List<Command> all() {
        return List.of(Command.of("info", 0, Integer.MAX_VALUE, this::info));
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
