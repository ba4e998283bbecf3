package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** COMMAND: which commands there are. Clients ask, to complete names and to find the key in a request. */
public final class CatalogueCommand {
    /** The version that all commands have been there since. */
    private static final String FIRST_VERSION = "0.1.0";

    private final Map<String, RespCommand> commands = new TreeMap<>();

    /** @param others all commands but this one */
    public CatalogueCommand(List<RespCommand> others) {
        others.forEach(command -> commands.put(command.name(), command));
        commands.put("command", command());
    }

    /** The command COMMAND. */
    public RespCommand command() {
        return RespCommand.of("command", 0, Request.MAX_KEPT - 1, "Describes all commands, or those named", this::run)
                .taking("[COUNT | LIST | INFO [name ...] | DOCS [name ...] | GETKEYS name [argument ...]]")
                .takingLong();
    }

    private void run(Request request, Replies replies, ClientSession session) {
        if (request.count() == 1 || request.is(1, "info")) {
            info(request, replies);
        } else if (request.is(1, "docs")) {
            docs(request, replies);
        } else if (request.is(1, "count") && request.count() == 2) {
            replies.integer(commands.size());
        } else if (request.is(1, "list") && request.count() == 2) {
            replies.array(commands.size());
            commands.keySet().forEach(replies::bulk);
        } else if (request.is(1, "getkeys") && request.count() > 2) {
            keys(request, replies);
        } else {
            replies.error("ERR unknown subcommand or wrong number of arguments for 'command': COUNT, LIST,"
                    + " INFO [name ...], DOCS [name ...] and GETKEYS name [argument ...] are known");
        }
    }

    /** There is one at most, and where there is it comes first. */
    private void keys(Request request, Replies replies) {
        RespCommand command = commands.get(request.text(2).toLowerCase(Locale.ROOT));
        if (command == null) {
            replies.error("ERR Invalid command specified");
        } else if (command.access() == RespCommand.Access.NO_KEY) {
            replies.error("ERR The command has no key arguments");
        } else if (request.count() - 3 < command.arity().least()) {
            replies.error("ERR Invalid number of arguments specified for command");
        } else {
            replies.array(1);
            replies.bulk(request.bytes(), request.start(3), request.length(3));
        }
    }

    private void info(Request request, Replies replies) {
        if (request.count() <= 2) {
            replies.array(commands.size());
            commands.values().forEach(command -> write(command, replies));
            return;
        }
        replies.array(request.count() - 2);
        for (String name : names(request)) {
            RespCommand command = commands.get(name);
            if (command == null) {
                replies.absent();
            } else {
                write(command, replies);
            }
        }
    }

    /** The names after the subcommand. */
    private static List<String> names(Request request) {
        List<String> names = new ArrayList<>();
        for (int i = 2; i < request.count(); i++) {
            names.add(request.text(i).toLowerCase(Locale.ROOT));
        }
        return names;
    }

    /** The ten parts of Redis 7: name, arity, flags, where the keys are, and four that we have nothing to say in. */
    private static void write(RespCommand command, Replies replies) {
        int keys = command.access() == RespCommand.Access.NO_KEY ? 0 : 1;
        replies.array(10);
        replies.bulk(command.name());
        replies.integer(command.arity().inRedissTerms());
        replies.set(keys);
        if (keys > 0) {
            replies.simple(command.access() == RespCommand.Access.WRITES ? "write" : "readonly");
        }
        replies.integer(keys); // the first
        replies.integer(keys); // the last
        replies.integer(keys); // the step from one to the next
        replies.set(0); // categories
        replies.set(0); // tips
        replies.set(0); // specifications of keys
        replies.array(0); // subcommands
    }

    /** Unknown names are left out, as Redis does. */
    private void docs(Request request, Replies replies) {
        List<String> known = request.count() == 2
                ? List.copyOf(commands.keySet())
                : names(request).stream().filter(commands::containsKey).toList();
        replies.map(known.size());
        for (String name : known) {
            replies.bulk(name);
            List<Argument> arguments = Argument.read(commands.get(name).arguments());
            replies.map(arguments.isEmpty() ? 3 : 4);
            replies.field("summary", commands.get(name).summary());
            replies.field("since", FIRST_VERSION);
            replies.field("group", "sosad");
            if (!arguments.isEmpty()) {
                replies.bulk("arguments");
                Argument.writeAll(arguments, replies);
            }
        }
    }
}
