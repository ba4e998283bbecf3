package sosad.app.check.suite;

import java.util.concurrent.CompletableFuture;

/** Runs suites of checks on a thread of its own, one at a time. Can be used on any thread. */
public final class SuiteRunner implements AutoCloseable {
    /** What was started for a check ends within this time; what does not is left to the orphan killer. */
    private static final long END_MILLIS = 30_000;

    private Thread thread;
    private boolean closed;

    /**
     * Begins to run a suite.
     *
     * @return completes on its thread, when everything that was started for it has ended
     * @throws IllegalStateException if another one runs, or this was closed
     */
    public synchronized CompletableFuture<SuiteResult> start(CheckSuite suite) {
        if (closed || isRunning()) {
            throw new IllegalStateException(closed ? "the runner of checks was closed" : "checks run already");
        }
        CompletableFuture<SuiteResult> result = new CompletableFuture<>();
        thread = new Thread(() -> run(suite, result), "checks");
        thread.setDaemon(true);
        thread.start();
        return result;
    }

    private void run(CheckSuite suite, CompletableFuture<SuiteResult> result) {
        try {
            SuiteResult done = suite.run();
            over();
            result.complete(done);
        } catch (RuntimeException | Error e) {
            over();
            result.completeExceptionally(e);
        }
    }

    private synchronized void over() {
        thread = null;
    }

    /** Returns whether a suite runs, or is still ending what was started for it. */
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** Stops the suite that runs, if one does; its result has what there is. */
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Stops the suite that runs, and waits until what was started for it has ended. No other begins. */
    @Override
    public void close() {
        Thread running;
        synchronized (this) {
            closed = true;
            stop();
            running = thread;
        }
        if (running != null) {
            try {
                running.join(END_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
