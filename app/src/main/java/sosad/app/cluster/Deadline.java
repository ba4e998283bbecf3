package sosad.app.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import sosad.app.process.NodeException;

/** Waits for what must come, and says what is missing when it does not. */
final class Deadline {
    private Deadline() {}

    /**
     * Waits for {@code awaited}.
     *
     * @param missing says what is missing, past the deadline
     * @throws NodeException if it does not come in time, or failed with one
     */
    static <T> T await(CompletableFuture<T> awaited, Duration limit, Supplier<NodeException> missing) {
        try {
            return awaited.get(limit.toMillis(), TimeUnit.MILLISECONDS);
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
}
