package sosad.node.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The commands that clients of Redis expect and that are not here: why, and what to do instead. */
final class AbsentCommands {
    private static final String SEVERAL_KEYS =
            "the design document counts \"requests with multiple keys\" among the malformed requests: ";
    private static final String NO_END =
            "a server keeps a value and a timestamp for each key (the document's \"kvt\"), and no expiry:  ";
    private static final String OLD_COPY =
            "each server has a copy of its own, which may be stale, and no server alone knows a key's value: ";

    private static final String DELETE_LATER = "send DEL when the key should go";
    private static final String READ_FIRST = "send GET, then SET; the newest SET wins";

    private static final Map<String, String> REASONS = Map.of(
            SEVERAL_KEYS + "send one GET for each key, without waiting for the replies between them",
            "mget",
            SEVERAL_KEYS + "send one SET for each key, without waiting for the replies between them",
            "mset msetnx",
            "a delete leaves a tombstone, which goes to the other servers, and nothing to free later:"
                    + " send DEL, one for each key",
            "unlink",
            NO_END + DELETE_LATER,
            "setex psetex getex expire pexpire expireat pexpireat expiretime pexpiretime ttl pttl persist",
            OLD_COPY + READ_FIRST,
            "setnx getset getdel incr decr incrby decrby incrbyfloat append setrange",
            "there are no transactions, see MULTI: " + READ_FIRST,
            "watch unwatch",
            "a message between servers names each key that changed, and none means all of them:"
                    + " send DEL for each key that KEYS or SCAN returns",
            "flushall flushdb");

    private AbsentCommands() {}

    static List<RespCommand> all() {
        List<RespCommand> all = new ArrayList<>();
        REASONS.forEach((reason, names) -> Stream.of(names.split(" ", -1)).forEach(name -> {
            String error = notHere(name.toUpperCase(Locale.ROOT), reason);
            all.add(RespCommand.of(
                    name, 0, Integer.MAX_VALUE, "", (request, replies, session) -> replies.error(error)));
        }));
        return all;
    }

    private static String notHere(String what, String reason) {
        return "ERR %s is not supported, because %s".formatted(what, reason);
    }

    /** Returns what to say to a SET with more than a key and a value. */
    static String noOptionOfSet(Request request) {
        String option = request.text(3).toUpperCase(Locale.ROOT);
        return switch (option) {
            case "NX", "XX", "GET" -> notHere("SET with " + option, OLD_COPY + READ_FIRST);
            case "EX", "PX", "EXAT", "PXAT", "KEEPTTL" -> notHere("SET with " + option, NO_END + DELETE_LATER);
            default ->
                "ERR one key and one value per request, because the design document counts \"requests with multiple"
                        + " keys\" and \"requests with multiple values\" among the malformed requests: send SET key"
                        + " value, and one SET for each key; a value with blanks goes in quotes";
        };
    }
}
