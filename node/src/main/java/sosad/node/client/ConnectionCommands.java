package sosad.node.client;

import java.util.List;

/** The commands that concern the connection: what clients and redis-cli send before and after their real work. */
final class ConnectionCommands {
    List<RespCommand> all() {
        return List.of(
                RespCommand.of("ping", 0, 1, "Answers PONG, or the given message", this::ping)
                        .taking("[message]"),
                RespCommand.of("echo", 1, 1, "Answers the given message", this::echo)
                        .taking("message"),
                RespCommand.of("quit", 0, Integer.MAX_VALUE, "Ends the connection", this::quit),
                RespCommand.of("select", 1, 1, "Selects the database; 0 is the only one", this::select)
                        .taking("index"),
                RespCommand.of("reset", 0, 0, "Resets the connection: no name, no AUTH, RESP2", this::reset));
    }

    private void ping(Request request, Replies replies, ClientSession session) {
        if (request.count() == 1) {
            replies.simple("PONG");
        } else {
            echo(request, replies, session);
        }
    }

    private void echo(Request request, Replies replies, ClientSession session) {
        replies.bulk(request.bytes(), request.start(1), request.length(1));
    }

    private void quit(Request request, Replies replies, ClientSession session) {
        session.leave();
        replies.ok();
    }

    private void select(Request request, Replies replies, ClientSession session) {
        if (request.is(1, "0")) {
            replies.ok();
        } else {
            replies.error("ERR DB index is out of range: there is one database, 0");
        }
    }

    private void reset(Request request, Replies replies, ClientSession session) {
        session.reset();
        replies.speak(session.version());
        replies.simple("RESET");
    }
}
