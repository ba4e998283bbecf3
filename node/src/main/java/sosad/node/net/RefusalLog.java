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
 * Logs what is refused at a port, once for each host and kind of reason, however often it knocks. It logs that again
 * when it has not knocked for a minute and the host was let in meanwhile, and forgets the oldest of too many hosts; a
 * crowd of hosts gets no more than {@value #MAX_LINES} lines a minute.
 */
public final class RefusalLog {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalLog.class);
    private static final int MAX_HOSTS = 1_000;
    private static final int MAX_LINES = 20;
    private static final long WINDOW_NANOS = TimeUnit.MINUTES.toNanos(1);

    /** Behind one address may be one that is let in and another that is refused, both again and again. */
    private static final long QUIET_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final String port;
    private final Ticker ticker;
    private final Map<Refused, LastRefusal> logged = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Refused, LastRefusal> eldest) {
            return size() > MAX_HOSTS;
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
        long now = ticker.nanoTime();
        if (!isNews(new Refused(host(from), kind), now)) {
            return;
        }
        if (now - windowBeganNanos > WINDOW_NANOS) {
            windowBeganNanos = now;
            linesInWindow = 0;
        }
        linesInWindow++;
        if (linesInWindow < MAX_LINES) {
            LOG.warn(
                    "refused at the {} port from {}: {}; logged once, however often it tries",
                    port,
                    SocketText.of(from),
                    reason);
        } else if (linesInWindow == MAX_LINES) {
            LOG.warn("more is refused at the {} port; not logged for a minute", port);
        }
    }

    private boolean isNews(Refused refused, long now) {
        LastRefusal before = logged.get(refused);
        if (before == null) {
            logged.put(refused, new LastRefusal(now));
            return true;
        }
        boolean isNews = before.wasLetIn && now - before.lastNanos > QUIET_NANOS;
        before.lastNanos = now;
        before.wasLetIn &= !isNews;
        return isNews;
    }

    /** {@code from} was let in. */
    public void admitted(SocketAddress from) {
        String host = host(from);
        logged.forEach((refused, before) -> before.wasLetIn |= refused.host().equals(host));
    }

    private static String host(SocketAddress from) {
        return from instanceof InetSocketAddress inet ? SocketText.host(inet) : String.valueOf(from);
    }

    private record Refused(String host, String kind) {}

    /** The last refusal, and whether the host was accepted since it was logged. */
    private static final class LastRefusal {
        private boolean wasLetIn;
        private long lastNanos;

        LastRefusal(long nowNanos) {
            lastNanos = nowNanos;
        }
    }
}
