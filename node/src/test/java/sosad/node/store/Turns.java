package sosad.node.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** An event loop on the test's own thread: it does what is queued when the test says so. */
final class Turns implements Executor {
    private static final long PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> queue = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable task) {
        queue.add(task);
    }

    /** Does what is queued, without waiting for more. */
    void runQueued() {
        for (Runnable task = queue.poll(); task != null; task = queue.poll()) {
            task.run();
        }
    }

    /** Does what is queued and what comes, until the condition holds. */
    void runUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            try {
                Runnable task = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(task).as("something to do for the loop").isNotNull();
                task.run();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
