package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.check.SystemUnderTest;
import sosad.model.NodeId;

/**
 * A client that asks a server for something again and again while others harm it, and notes how long it waits. It has a
 * thread of its own until {@link #stop}.
 */
final class Bystander implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;

    private final RawConnection client;
    private final long beganNanos;
    private final Thread thread;
    private final List<Wait> waits = new ArrayList<>();
    private volatile boolean stopped;
    private volatile Optional<String> fault = Optional.empty();

    /** A request that was answered, since the beginning. */
    private record Wait(long atNanos, long nanos) {}

    /**
     * Begins.
     *
     * @param beganNanos when the check began, by {@link System#nanoTime}
     */
    Bystander(SystemUnderTest system, NodeId server, long beganNanos) throws IOException {
        this.client = new RawConnection(system, server, TIMEOUT);
        this.beganNanos = beganNanos;
        this.thread = new Thread(() -> ask(server), "bystander of " + server);
        thread.setDaemon(true);
        thread.start();
    }

    private void ask(NodeId server) {
        while (!stopped && fault.isEmpty()) {
            long asked = System.nanoTime();
            try {
                RawReply reply = client.ask("GET", "check6:nobody");
                if (reply.isError()) {
                    fault = Optional.of("%s answers another client with %s".formatted(server, reply.shown()));
                }
                synchronized (waits) {
                    waits.add(new Wait(asked - beganNanos, System.nanoTime() - asked));
                }
            } catch (SocketTimeoutException e) {
                fault = Optional.of(format(
                        "%s does not answer another client within %d s, from %.1f s on",
                        server, TIMEOUT.toSeconds(), (asked - beganNanos) / NANOS_A_SECOND));
            } catch (IOException e) {
                fault = stopped
                        ? fault
                        : Optional.of("%s has cut off another client: %s".formatted(server, e.getMessage()));
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** Returns why it was not served, if it was not. */
    Optional<String> fault() {
        return fault;
    }

    /** Returns the times of the replies to what it asked within a span, since the beginning. */
    ReplyTimes between(long fromNanos, long untilNanos) {
        ReplyTimes latencies = new ReplyTimes();
        synchronized (waits) {
            waits.stream()
                    .filter(wait -> wait.atNanos() >= fromNanos && wait.atNanos() < untilNanos)
                    .forEach(wait -> latencies.add(wait.nanos()));
        }
        return latencies;
    }

    /** Returns the waits as a line, the longest of each stretch of time. */
    Series series(String name) {
        synchronized (waits) {
            long last = waits.isEmpty() ? 0 : waits.get(waits.size() - 1).atNanos();
            long stretch = Math.max(TimeUnit.MILLISECONDS.toNanos(20), last / (Series.MAX_POINTS / 2));
            List<Point> points = new ArrayList<>();
            long worst = -1;
            long end = stretch;
            for (Wait wait : waits) {
                while (wait.atNanos() >= end) {
                    if (worst >= 0) {
                        points.add(new Point((end - stretch) / NANOS_A_SECOND, worst / NANOS_A_MILLI));
                    }
                    worst = -1;
                    end += stretch;
                }
                worst = Math.max(worst, wait.nanos());
            }
            return new Series("How long another client waits", name, "time, s", "slowest reply, ms", points);
        }
    }

    /** Lets it end, and waits for that. */
    void stop() throws InterruptedException {
        stopped = true;
        thread.join(2 * TIMEOUT.toMillis());
    }

    @Override
    public void close() throws IOException {
        stopped = true;
        client.close();
    }
}
