package sosad.app.cli;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Work that cleans up after itself even if the program is asked to end meanwhile, as by Ctrl-C: it is interrupted then,
 * and the end waits for it.
 *
 * @param <T> what comes of it
 */
final class InGoodOrder<T> {
    private static final long MAX_SECONDS_TO_STOP = 5;

    private final Work<T> work;
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean stopped;

    /** A task that ends soon when it is interrupted, and closes what it has opened. */
    interface Work<T> {
        T get() throws InterruptedException;
    }

    private InGoodOrder(Work<T> work) {
        this.work = work;
    }

    /** Does the work on this thread; gives what comes of it, or nothing if the program is to end. */
    static <T> Optional<T> run(Work<T> work) throws InterruptedException {
        return new InGoodOrder<>(work).run();
    }

    private Optional<T> run() throws InterruptedException {
        Thread running = Thread.currentThread();
        Thread stopper = new Thread(() -> stop(running), "end in good order");
        try {
            Runtime.getRuntime().addShutdownHook(stopper);
        } catch (IllegalStateException e) {
            return Optional.empty(); // it is about to end already
        }
        try {
            return Optional.of(work.get());
        } catch (InterruptedException | RuntimeException e) {
            if (!stopped) {
                throw e;
            }
            return Optional.empty(); // a consequence of that
        } finally {
            over.countDown();
            if (!stopped) {
                remove(stopper);
            }
        }
    }

    private static void remove(Thread stopper) {
        try {
            Runtime.getRuntime().removeShutdownHook(stopper);
        } catch (IllegalStateException e) {
            // It is asked to end just now, and there is nothing more to stop.
        }
    }

    private void stop(Thread running) {
        stopped = true;
        running.interrupt();
        try {
            over.await(MAX_SECONDS_TO_STOP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
