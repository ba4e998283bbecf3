package sosad.node.client;

import io.netty.util.concurrent.Ticker;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a connection that sends an HTTP request, as Redis does. Any web page can have its reader's browser send one to a
 * port of this machine, and the lines of its body would be commands.
 */
final class HttpRequests {
    private static final Logger LOG = LoggerFactory.getLogger(HttpRequests.class);

    /** A method that has a body, and the header that every request has. */
    private static final Set<String> NAMES = Set.of("post", "host:");

    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final Ticker ticker;
    private boolean hasWarned;
    private long warnedNanos;

    HttpRequests(Ticker ticker) {
        this.ticker = ticker;
    }

    /** What such requests have where requests of ours have a command's name. */
    List<Command> all() {
        return NAMES.stream()
                .map(name -> Command.of(name, 0, Integer.MAX_VALUE, "", this::hangUp))
                .toList();
    }

    static boolean isPartOfOne(Command command) {
        return NAMES.contains(command.name());
    }

    private void hangUp(Request request, Replies replies, Session session) {
        session.cutOff();
        long now = ticker.nanoTime();
        if (!hasWarned || now - warnedNanos >= QUIET_NANOS) {
            hasWarned = true;
            warnedNanos = now;
            LOG.warn(
                    "client {} sent an HTTP request, as a web page does that wants to write here, and is disconnected;"
                            + " others of the next minute are not told of",
                    session.client());
        }
    }
}
