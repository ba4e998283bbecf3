package sosad.app.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import sosad.app.process.NodeException;

/** Waits for what must come, and says what is missing when it does not. */
final class Deadline {
    /** A limit is looked at again after each such part of it. */
    private static final int PARTS = 5;

    /** A process that has no processor has at most so many times the limit. */
    private static final int MAX_TIMES = 6;

    private Deadline() {}

    /**
     * Waits for {@code awaited}.
     *
     * @param missing says what is missing, past the deadline
     * @throws NodeException if it does not come in time, or failed with one
     */
    static <T> T await(CompletableFuture<T> awaited, Duration limit, Supplier<NodeException> missing) {
        return await(awaited, limit, () -> 0, missing);
    }

    /**
     * Waits for what a process must say. While it is ready to run and the machine gives it no processor, that is not
     * the process's fault, and the deadline moves on.
     *
     * @param runDelayMillis tells for how long the process has been ready and had no processor
     */
    static <T> T await(
            CompletableFuture<T> awaited,
            Duration limit,
            LongSupplier runDelayMillis,
            Supplier<NodeException> missing) {
        try {
            return patiently(awaited, limit, runDelayMillis);
        } catch (TimeoutException e) {
            throw missing.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof NodeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NodeException("the wait was interrupted");
        }
    }

    /** Waits in parts. Only the last part before the limit is measured, for that takes time, too. */
    private static <T> T patiently(CompletableFuture<T> awaited, Duration limit, LongSupplier runDelayMillis)
            throws TimeoutException, ExecutionException, InterruptedException {
        long part = Math.max(1, limit.toMillis() / PARTS);
        try {
            return awaited.get(Math.max(1, limit.toMillis() - part), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            for (long left = MAX_TIMES * PARTS; left > 0; left--) {
                long before = runDelayMillis.getAsLong();
                try {
                    return awaited.get(part, TimeUnit.MILLISECONDS);
                } catch (TimeoutException again) {
                    if (runDelayMillis.getAsLong() - before < part / 2) {
                        throw again;
                    }
                }
            }
            throw e;
        }
    }
}
