package sosad.node.client;

import java.util.Optional;
import java.util.OptionalInt;

/** HELLO: chooses the protocol, and in the same request may prove the secret and name the connection. */
record HelloCommand(Guard guard) {
    RespCommand command() {
        return RespCommand.of(
                        "hello",
                        0,
                        Request.MAX_KEPT - 1,
                        "Selects the protocol, 2 or 3, and describes the server",
                        this::hello)
                .taking("[version [AUTH username secret] [SETNAME name]]");
    }

    /** Nothing changes unless all of it is right. */
    private void hello(Request request, Replies replies, ClientSession session) {
        Options options = new Options();
        String error = options.read(request, session);
        if (error == null && options.user > 0) {
            String user = request.text(options.user);
            error = guard.proves(user, request, options.user + 1, session) ? null : Guard.wrong(user);
        }
        if (error == null && !guard.lets(session)) {
            error = "NOAUTH Authentication required: send HELLO 3 AUTH default and the secret";
        }
        if (error != null) {
            replies.error(error);
            return;
        }
        if (options.name > 0) {
            session.rename(request.text(options.name));
        }
        session.speak(options.version);
        replies.speak(options.version);
        greet(replies, session);
    }

    /** The options of a request; user and name are given by their place, 0 if absent. */
    private static final class Options {
        private RespVersion version;
        private int user;
        private int name;

        /** Gives what is wrong, or null. */
        String read(Request request, ClientSession session) {
            version = session.version();
            if (request.count() == 1) {
                return null;
            }
            OptionalInt number = request.number(1);
            if (number.isEmpty()) {
                return "ERR Protocol version is not an integer or out of range: it is 2 or 3";
            }
            Optional<RespVersion> wanted = RespVersion.of(number.getAsInt());
            if (wanted.isEmpty()) {
                return "NOPROTO unsupported protocol version: it is 2 or 3";
            }
            version = wanted.get();
            return readRest(request);
        }

        private String readRest(Request request) {
            int i = 2;
            while (i < request.count()) {
                if (request.is(i, "auth") && i + 2 < request.count()) {
                    user = i + 1;
                    i += 3;
                } else if (request.is(i, "setname") && i + 1 < request.count()) {
                    name = i + 1;
                    i += 2;
                } else {
                    return "ERR Syntax error in HELLO option '%s': send HELLO 3 [AUTH default secret] [SETNAME name]"
                            .formatted(request.text(i));
                }
            }
            return name == 0 ? null : ClientCommands.nameError(request.text(name));
        }
    }

    private static void greet(Replies replies, ClientSession session) {
        replies.map(7);
        replies.field("server", "sosad");
        replies.field("version", ServerCommands.REDIS_VERSION);
        replies.bulk("proto");
        replies.integer(session.version().number());
        replies.bulk("id");
        replies.integer(session.id());
        replies.field("mode", "standalone");
        replies.field("role", "master");
        replies.bulk("modules");
        replies.array(0);
    }
}
