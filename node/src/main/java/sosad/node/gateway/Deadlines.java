package sosad.node.gateway;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Ends what has not ended in time. All have the same time, so they are due in the order in which they began. */
final class Deadlines {
    /** Something that must end in time. */
    interface Timed {
        boolean isOver();

        /** The time has passed; called only if it is not over. */
        void expire();
    }

    private record Due(Timed timed, long nanos) {}

    private final EventLoop loop;
    private final long limitNanos;
    private final Queue<Due> running = new ArrayDeque<>();
    private Future<?> timer;

    Deadlines(EventLoop loop, Duration limit) {
        this.loop = loop;
        this.limitNanos = limit.toNanos();
    }

    void begin(Timed timed) {
        dropEnded();
        running.add(new Due(timed, loop.ticker().nanoTime() + limitNanos));
        if (timer == null) {
            timer = loop.schedule(this::look, limitNanos, TimeUnit.NANOSECONDS);
        }
    }

    private void dropEnded() {
        while (!running.isEmpty() && running.peek().timed().isOver()) {
            running.remove();
        }
    }

    private void look() {
        timer = null;
        long now = loop.ticker().nanoTime();
        dropEnded();
        while (!running.isEmpty() && running.peek().nanos() - now <= 0) {
            running.remove().timed().expire();
            dropEnded();
        }
        if (!running.isEmpty()) {
            timer = loop.schedule(this::look, running.peek().nanos() - now, TimeUnit.NANOSECONDS);
        }
    }

    /** Returns how long everything has, in milliseconds. */
    long limitMillis() {
        return TimeUnit.NANOSECONDS.toMillis(limitNanos);
    }
}
