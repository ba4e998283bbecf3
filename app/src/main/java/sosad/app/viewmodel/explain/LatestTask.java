package sosad.app.viewmodel.explain;

import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs the task that was asked for last, on one thread of its own that waits for nothing and keeps nothing alive. A
 * task that is no longer the last one is told so, and interrupted.
 */
final class LatestTask implements AutoCloseable {
    private static final long IDLE_SECONDS = 5;

    private final ThreadPoolExecutor thread;
    private AtomicBoolean outdated = new AtomicBoolean();
    private Future<?> running;

    /** @param name the name of the thread */
    LatestTask(String name) {
        thread = new ThreadPoolExecutor(1, 1, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            Thread made = new Thread(task, name);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Runs {@code task} in place of the one before.
     *
     * @param task takes what says whether it is outdated; nobody waits for its result then
     */
    synchronized void run(Consumer<BooleanSupplier> task) {
        cancel();
        if (!thread.isShutdown()) {
            AtomicBoolean own = outdated;
            running = thread.submit(() -> {
                if (!own.get()) {
                    task.accept(own::get);
                }
            });
        }
    }

    /** Makes the last task outdated. */
    synchronized void cancel() {
        outdated.set(true);
        outdated = new AtomicBoolean();
        if (running != null) {
            running.cancel(true);
            running = null;
        }
    }

    /** Ends the thread with what it does. */
    @Override
    public synchronized void close() {
        cancel();
        thread.shutdownNow();
    }
}
