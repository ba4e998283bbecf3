package sosad.node.client;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import sosad.model.Key;
import sosad.model.Limits;

/** The commands by which clients ask what a server knows and how it is set up. */
public final class IntrospectionCommands {
    private final IntSupplier commands;
    private final Map<String, String> settings = new TreeMap<>();

    /** @param commands how many commands the port knows */
    public IntrospectionCommands(Limits limits, IntSupplier commands) {
        this.commands = commands;
        settings.put("appendonly", "no");
        settings.put("databases", "1");
        settings.put("proto-max-bulk-len", Integer.toString(limits.valueBytes()));
        settings.put("save", "");
    }

    public List<Command> all() {
        return List.of(
                Command.of("command", 0, Integer.MAX_VALUE, this::command),
                Command.of("config", 1, Integer.MAX_VALUE, this::config));
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
}
