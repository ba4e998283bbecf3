package sosad.node.client;

import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Ends a connection that falls silent in the middle of a request. One timer at most runs for a connection, and only
 * from when half a request is there; it is not stopped when the rest comes, but looks again when it fires.
 */
final class RequestDeadline {
    private final EventExecutor loop;
    private final long timeoutNanos;
    private final BooleanSupplier midRequest;
    private final Runnable onSilence;
    private long lastReadNanos;
    private Future<?> timer;

    /**
     * @param midRequest whether the rest of a request is awaited
     * @param onSilence called once if it has not come
     */
    RequestDeadline(EventExecutor loop, long timeoutNanos, BooleanSupplier midRequest, Runnable onSilence) {
        this.loop = loop;
        this.timeoutNanos = timeoutNanos;
        this.midRequest = midRequest;
        this.onSilence = onSilence;
    }

    /** Something was read, or reading began again. */
    void heard() {
        if (midRequest.getAsBoolean()) {
            lastReadNanos = loop.ticker().nanoTime();
            if (timer == null) {
                schedule(timeoutNanos);
            }
        }
    }

    void cancel() {
        if (timer != null) {
            timer.cancel(false);
        }
    }

    private void schedule(long nanos) {
        timer = loop.schedule(this::look, nanos, TimeUnit.NANOSECONDS);
    }

    private void look() {
        timer = null;
        if (midRequest.getAsBoolean()) {
            long silentNanos = loop.ticker().nanoTime() - lastReadNanos;
            if (silentNanos < timeoutNanos) {
                schedule(timeoutNanos - silentNanos);
            } else {
                onSilence.run();
            }
        }
    }
}
