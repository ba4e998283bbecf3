package sosad.node.main;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ExitCode;

/** Ends the process in good order when it is told to by a signal, SIGTERM or Ctrl-C. */
record OnSignal(Thread ending) {
    private static final Logger LOG = LoggerFactory.getLogger(OnSignal.class);

    /**
     * Lets {@code end} do the remaining work on a signal. Afterwards the process ends with the exit code that it gives:
     * by itself it would end with the signal's number, although it has ended well.
     *
     * @param most how long that may take; then the process ends all the same
     */
    static OnSignal end(String program, Duration most, IntSupplier end) {
        Thread ending =
                new Thread(() -> Runtime.getRuntime().halt(exitCode(program, most, end)), program + " end on a signal");
        Runtime.getRuntime().addShutdownHook(ending);
        return new OnSignal(ending);
    }

    /**
     * Returns what {@code end} gives, or the code for a failure if it throws something or takes longer than
     * {@code most}.
     */
    static int exitCode(String program, Duration most, IntSupplier end) {
        CompletableFuture<Integer> code = new CompletableFuture<>();
        Thread thread = new Thread(() -> code.completeAsync(end::getAsInt, Runnable::run), program + " end");
        thread.setDaemon(true);
        thread.start();
        return code.orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .exceptionally(failure -> {
                    LOG.error("the {} did not shut down cleanly: {}", program, failure.toString());
                    return ExitCode.SOFTWARE;
                })
                .join();
    }

    /** There is nothing left to do: from now on a signal just ends the process. */
    void ignore() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException e) {
            // A signal has come: the end is under way.
        }
    }
}
