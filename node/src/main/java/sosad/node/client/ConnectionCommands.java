package sosad.node.client;

import java.util.List;

/** The commands that concern the connection: what clients and redis-cli send before and after their real work. */
final class ConnectionCommands {
    private static final String PROTOCOL = "2";

    List<Command> all() {
        return List.of(
                Command.of("ping", 0, 1, "Answers PONG, or what it is given", this::ping),
                Command.of("echo", 1, 1, "Answers what it is given", this::echo),
                Command.of("quit", 0, Integer.MAX_VALUE, "Ends the connection", this::quit),
                Command.of("select", 1, 1, "Chooses the database; there is one, 0", this::select),
                Command.of("reset", 0, 0, "Forgets the connection's name", this::reset),
                Command.of("hello", 0, Request.MOST_KEPT - 1, "Chooses the protocol; it is 2", this::hello));
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
            replies.error("NOPROTO unsupported protocol version: it is 2");
            return;
        }
        boolean named = request.count() == 4 && request.is(2, "setname");
        if (request.count() > 2 && !named) {
            replies.error("ERR Syntax error in HELLO: send HELLO 2 or HELLO 2 SETNAME name; a secret goes by AUTH");
        } else if (!named || ClientCommands.rename(request.text(3), replies, session)) {
            greet(replies, session);
        }
    }

    private static void greet(Replies replies, Session session) {
        replies.array(14);
        replies.bulk("server");
        replies.bulk("sosad");
        replies.bulk("version");
        replies.bulk(ServerCommands.REDIS_VERSION);
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
}
