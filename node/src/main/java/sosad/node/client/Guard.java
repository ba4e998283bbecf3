package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a connection use the commands once it has sent the secret, by AUTH or in HELLO, if there is one. */
final class Guard {
    private static final Set<String> OPEN_TO_ALL = Set.of("auth", "hello", "quit", "reset");
    private static final String USER = "default";

    private final Optional<byte[]> secret;

    Guard(Optional<String> secret) {
        this.secret = secret.map(text -> text.getBytes(UTF_8));
    }

    /** The same commands, guarded. */
    List<RespCommand> over(List<RespCommand> commands) {
        List<RespCommand> guarded = new ArrayList<>();
        for (RespCommand command : commands) {
            guarded.add(secret.isEmpty() || OPEN_TO_ALL.contains(command.name()) ? command : guarded(command));
        }
        return guarded;
    }

    private RespCommand guarded(RespCommand command) {
        RespCommand.Execution open = command.action();
        return command.doing((request, replies, session) -> {
            if (lets(session)) {
                open.run(request, replies, session);
            } else {
                replies.error("NOAUTH Authentication required: send AUTH and the secret");
            }
        });
    }

    /** Returns whether the connection may use the commands. */
    boolean lets(ClientSession session) {
        return secret.isEmpty() || session.isTrusted();
    }

    /** AUTH. */
    RespCommand auth() {
        return RespCommand.of("auth", 1, 2, "Proves the secret", this::authenticate)
                .taking("[username] secret");
    }

    /** Takes {@code AUTH secret} and {@code AUTH default secret}. */
    private void authenticate(Request request, Replies replies, ClientSession session) {
        if (request.count() == 2 && secret.isEmpty()) {
            replies.error("ERR AUTH <password> called without any password configured: no secret is asked for here");
        } else if (proves(request.count() == 2 ? USER : request.text(1), request, request.count() - 1, session)) {
            replies.ok();
        } else {
            replies.error(wrong(request.count() == 2 ? USER : request.text(1)));
        }
    }

    /**
     * Trusts the session if {@code user} is the one there is, and element {@code i} is the secret. Where none is asked
     * for any will do, as in Redis, since clients send the one that they were given in any case.
     */
    boolean proves(String user, Request request, int i, ClientSession session) {
        boolean isRight = user.equals(USER)
                && (secret.isEmpty() || MessageDigest.isEqual(request.text(i).getBytes(UTF_8), secret.get()));
        if (isRight) {
            session.trust();
        }
        return isRight;
    }

    /** Returns what is said when {@link #proves} is false. */
    static String wrong(String user) {
        return user.equals(USER) ? "WRONGPASS this is not the secret" : "WRONGPASS the only user is " + USER;
    }
}
