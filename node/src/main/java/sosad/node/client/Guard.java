package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lets a connection use the commands once it has sent the secret by AUTH, if there is one. */
final class Guard {
    private static final Set<String> OPEN_TO_ALL = Set.of("quit", "reset");

    private final Optional<byte[]> secret;

    Guard(Optional<String> secret) {
        this.secret = secret.map(text -> text.getBytes(UTF_8));
    }

    /** The same commands, guarded, and AUTH. */
    List<Command> over(List<Command> commands) {
        List<Command> guarded = new ArrayList<>();
        for (Command command : commands) {
            guarded.add(secret.isEmpty() || OPEN_TO_ALL.contains(command.name()) ? command : guarded(command));
        }
        guarded.add(Command.of("auth", 1, 2, "Proves the secret", this::authenticate));
        return guarded;
    }

    private static Command guarded(Command command) {
        Command.Action open = command.action();
        return command.doing((request, replies, session) -> {
            if (session.isTrusted()) {
                open.run(request, replies, session);
            } else {
                replies.error("NOAUTH Authentication required: send AUTH and the secret");
            }
        });
    }

    /** Takes {@code AUTH secret} and {@code AUTH default secret}. */
    private void authenticate(Request request, Replies replies, Session session) {
        int last = request.count() - 1;
        if (secret.isEmpty()) {
            replies.error("ERR AUTH: no secret is asked for here");
        } else if (last == 2 && !request.is(1, "default")) {
            replies.error("WRONGPASS the only user is default");
        } else if (MessageDigest.isEqual(request.text(last).getBytes(UTF_8), secret.get())) {
            session.trust();
            replies.ok();
        } else {
            replies.error("WRONGPASS this is not the secret");
        }
    }
}
