package sosad.node.client;

import java.util.List;
import java.util.Set;

/**
 * Ends a connection that sends an HTTP request, as Redis does. Any web page can have its reader's browser send one to a
 * port of this machine, and the lines of its body would be commands.
 */
final class HttpRequests {
    /** The reason in the log. */
    static final String FAULT = "an HTTP request, such as a web page sends to write here";

    /** A method that has a body, and the header that every request has. */
    private static final Set<String> NAMES = Set.of("post", "host:");

    private HttpRequests() {}

    /** Returns what such requests have where requests of ours have a command's name. */
    static List<RespCommand> all() {
        return NAMES.stream()
                .map(name ->
                        RespCommand.of(name, 0, Integer.MAX_VALUE, "", (request, replies, session) -> session.cutOff()))
                .toList();
    }

    static boolean isPartOfOne(RespCommand command) {
        return NAMES.contains(command.name());
    }
}
