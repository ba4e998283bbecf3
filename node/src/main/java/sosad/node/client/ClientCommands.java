package sosad.node.client;

import static sosad.model.PlainFormat.format;

import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** CLIENT: what a connection calls itself, and who else is connected. */
record ClientCommands(PortState port) {
    private static final int MAX_NAME_CHARACTERS = 128;

    RespCommand client() {
        return RespCommand.of("client", 1, 3, "Names the connection; describes it and the others", this::run)
                .taking("ID | GETNAME | SETNAME name | SETINFO attribute value | INFO | LIST")
                .takingLong();
    }

    private void run(Request request, Replies replies, ClientSession session) {
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
            rename(request.text(2), replies, session);
        } else if (request.is(1, "setinfo") && arguments == 2) {
            setInfo(request, replies, session);
        } else if (request.is(1, "list") && arguments == 0) {
            replies.bulk(port.connections().sessions().stream().map(this::line).collect(Collectors.joining()));
        } else if (request.is(1, "info") && arguments == 0) {
            replies.bulk(line(session));
        } else {
            replies.error("ERR unknown subcommand or wrong number of arguments for 'client':"
                    + " ID, GETNAME, SETNAME name, SETINFO attribute value, INFO and LIST are known");
        }
    }

    private static void rename(String name, Replies replies, ClientSession session) {
        String error = nameError(name);
        if (error == null) {
            session.rename(name);
            replies.ok();
        } else {
            replies.error(error);
        }
    }

    /** Returns what is wrong with a connection's name, or null. */
    static String nameError(String name) {
        return isName(name)
                ? null
                : format(
                        "ERR Client names cannot contain spaces, newlines or special characters,"
                                + " and have at most %d characters",
                        MAX_NAME_CHARACTERS);
    }

    private static void setInfo(Request request, Replies replies, ClientSession session) {
        String value = request.text(3);
        if (!isName(value)) {
            replies.error(format(
                    "ERR %s cannot contain spaces, newlines or special characters, and has at most %d characters",
                    request.text(2), MAX_NAME_CHARACTERS));
        } else if (request.is(2, "lib-name")) {
            session.useLibrary(value);
            replies.ok();
        } else if (request.is(2, "lib-ver")) {
            session.useLibraryVersion(value);
            replies.ok();
        } else {
            replies.error("ERR Unrecognized option '%s': LIB-NAME and LIB-VER are known".formatted(request.text(2)));
        }
    }

    private static boolean isName(String text) {
        return text.length() <= MAX_NAME_CHARACTERS && text.chars().allMatch(c -> c > 32 && c < 127);
    }

    /** One connection in Redis's form. */
    private String line(ClientSession session) {
        long now = port.ticker().nanoTime();
        return format(
                "id=%d addr=%s name=%s age=%d idle=%d flags=N db=0 cmd=%s lib-name=%s lib-ver=%s resp=%d\n",
                session.id(),
                session.client(),
                session.name(),
                TimeUnit.NANOSECONDS.toSeconds(session.ageNanos(now)),
                TimeUnit.NANOSECONDS.toSeconds(session.idleNanos(now)),
                session.lastCommand(),
                session.library(),
                session.libraryVersion(),
                session.version().number());
    }
}
