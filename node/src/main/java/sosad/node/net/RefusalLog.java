package sosad.node.net;

import io.netty.util.concurrent.Ticker;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says what is refused at a port, once for each host and kind of reason, however often it knocks. It says so again when
 * the host was let in meanwhile, and forgets the oldest of too many hosts; a crowd of hosts gets no more than
 * {@value #MOST_LINES} lines a minute.
 */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int MOST_HOSTS = 1_000;
    private static final int MOST_LINES = 20;
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String port;
    private final Ticker ticker;
    private final Map<Refused, Boolean> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Refused, Boolean> eldest) {
            return size() > MOST_HOSTS;
        }
    };
    private long windowBeganNanos;
    private int linesInWindow;

    /** @param port its name, such as "peer" */
    public RefusalLog(String port, Ticker ticker) {
        this.port = port;
        this.ticker = ticker;
        this.windowBeganNanos = ticker.nanoTime();
    }

    /**
     * Something of {@code from} is refused.
     *
     * @param kind the same for reasons that differ in details alone
     */
    public void refused(SocketAddress from, String kind, String reason) {
        if (told.put(new Refused(host(from), kind), true) != null) {
            return;
        }
        if (ticker.nanoTime() - windowBeganNanos > WINDOW_NANOS) {
            windowBeganNanos = ticker.nanoTime();
            linesInWindow = 0;
        }
        linesInWindow++;
        if (linesInWindow < MOST_LINES) {
            LOG.warn(
                    "refused at the {} port from {}: {}; said once, however often it tries",
                    port,
                    SocketText.of(from),
                    reason);
        } else if (linesInWindow == MOST_LINES) {
            LOG.warn("more is refused at the {} port; nothing is said of it for a minute", port);
        }
    }

    /** {@code from} was let in. */
    public void admitted(SocketAddress from) {
        told.keySet().removeIf(refused -> refused.host().equals(host(from)));
    }

    private static String host(SocketAddress from) {
        return from instanceof InetSocketAddress inet ? SocketText.host(inet) : String.valueOf(from);
    }

    private record Refused(String host, String kind) {}
}
