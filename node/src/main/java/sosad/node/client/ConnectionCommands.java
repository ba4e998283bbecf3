package sosad.node.client;

import java.util.List;

/** The commands that concern the connection: what clients and redis-cli send before and after their real work. */
public final class ConnectionCommands {
    private static final String PROTOCOL = "2";

    public List<Command> all() {
        return List.of(
                Command.of("ping", 0, 1, this::ping),
                Command.of("echo", 1, 1, this::echo),
                Command.of("quit", 0, Integer.MAX_VALUE, this::quit),
                Command.of("select", 1, 1, this::select),
                Command.of("reset", 0, 0, this::reset),
                Command.of("hello", 0, Request.MOST_KEPT - 1, this::hello),
                Command.of("client", 1, 3, this::client));
    }

    private void ping(Request request, Replies replies, Session session) {
        if (request.count() == 1) {
            replies.simple("PONG");
        } else {
            echo(request, replies, session);
        }
    }

    private void echo(Request request, Replies replies, Session session) {
        replies.bulk(request.bytes(), request.start(1), request.length(1));
    }

    private void quit(Request request, Replies replies, Session session) {
        session.leave();
        replies.ok();
    }

    private void select(Request request, Replies replies, Session session) {
        if (request.is(1, "0")) {
            replies.ok();
        } else {
            replies.error("ERR DB index is out of range: there is one database, 0");
        }
    }

    private void reset(Request request, Replies replies, Session session) {
        session.rename("");
        replies.simple("RESET");
    }

    private void hello(Request request, Replies replies, Session session) {
        if (request.count() > 1 && !request.is(1, PROTOCOL)) {
            replies.error("NOPROTO unsupported protocol version");
            return;
        }
        boolean named = request.count() == 4 && request.is(2, "setname");
        if (request.count() > 2 && !named) {
            replies.error("ERR Syntax error in HELLO: send HELLO 2 or HELLO 2 SETNAME name; there are no passwords");
        } else if (!named || rename(request.text(3), replies, session)) {
            greet(replies, session);
        }
    }

    private static void greet(Replies replies, Session session) {
        replies.array(14);
        replies.bulk("server");
        replies.bulk("sosad");
        replies.bulk("version");
        replies.bulk(ServerCommands.VERSION);
        replies.bulk("proto");
        replies.integer(2);
        replies.bulk("id");
        replies.integer(session.id());
        replies.bulk("mode");
        replies.bulk("standalone");
        replies.bulk("role");
        replies.bulk("master");
        replies.bulk("modules");
        replies.array(0);
    }

    private void client(Request request, Replies replies, Session session) {
        int arguments = request.count() - 2;
        if (request.is(1, "id") && arguments == 0) {
            replies.integer(session.id());
        } else if (request.is(1, "getname") && arguments == 0) {
            if (session.name().isEmpty()) {
                replies.absent();
            } else {
                replies.bulk(session.name());
            }
        } else if (request.is(1, "setname") && arguments == 1) {
            if (rename(request.text(2), replies, session)) {
                replies.ok();
            }
        } else if (request.is(1, "setinfo") && arguments == 2) {
            replies.ok();
        } else {
            replies.error("ERR unknown subcommand or wrong number of arguments for 'client':"
                    + " ID, GETNAME, SETNAME name and SETINFO attribute value are known");
        }
    }

    /** Renames the session, or writes an error and returns false. */
    private static boolean rename(String name, Replies replies, Session session) {
        if (name.length() > 128 || !name.chars().allMatch(c -> c > 32 && c < 127)) {
            replies.error("ERR Client names cannot contain spaces, newlines or special characters,"
                    + " and have at most 128 characters");
            return false;
        }
        session.rename(name);
        return true;
    }
}
