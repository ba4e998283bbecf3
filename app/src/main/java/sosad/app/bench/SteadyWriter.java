package sosad.app.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import sosad.app.client.RespClient;
import sosad.app.client.RespRequest;

/**
 * Writes at a constant rate by the clock: what is due is sent, whatever has become of the writes before. So a server
 * that holds the writer up is charged for all the writes it delayed.
 */
final class SteadyWriter {
    private static final long NAP_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

    private final RespClient connection;
    private final int perSecond;
    private final long startNanos = System.nanoTime();
    private long latestNanos;

    /** The clock of the writes begins with the construction. */
    SteadyWriter(RespClient connection, int perSecond) {
        this.connection = connection;
        this.perSecond = perSecond;
    }

    /** Returns the time at which this write is due, on the clock of {@link System#nanoTime}. */
    long dueNanos(int number) {
        return startNanos + TimeUnit.SECONDS.toNanos(number) / perSecond;
    }

    /** By how much the latest write was sent late. */
    long latestNanos() {
        return latestNanos;
    }

    /** Sends so many writes when they are due; returns when all are acknowledged. */
    void write(int count, IntFunction<RespRequest> write) throws IOException {
        CompletableFuture<Void> acknowledged = CompletableFuture.runAsync(() -> awaitReplies(count));
        int next = 0;
        while (next < count && !acknowledged.isDone()) {
            long now = System.nanoTime();
            List<RespRequest> due = new ArrayList<>();
            for (; next < count && dueNanos(next) <= now; next++) {
                latestNanos = Math.max(latestNanos, now - dueNanos(next));
                due.add(write.apply(next));
            }
            if (due.isEmpty()) {
                LockSupport.parkNanos(NAP_NANOS);
            } else {
                connection.sendAll(due);
            }
        }
        try {
            acknowledged.join();
        } catch (CompletionException e) {
            throw new IOException(
                    "the writer's connection failed: " + e.getCause().getMessage(), e);
        }
    }

    private void awaitReplies(int count) {
        try {
            for (int i = 0; i < count; i++) {
                connection.reply().orFail();
            }
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }
}
