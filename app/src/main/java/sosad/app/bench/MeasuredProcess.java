package sosad.app.bench;

import static sosad.app.client.RespClient.loopback;
import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import sosad.app.client.RespClient;
import sosad.app.process.HostProcess;
import sosad.app.process.LocalLauncher;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;

/** A child process: its end is certain even if this process is killed. */
final class MeasuredProcess {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);

    private final String name;
    private final HostProcess process;

    private MeasuredProcess(String name, HostProcess process) {
        this.name = name;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param lines is given what it prints
     * @throws NodeException if the system will not start it
     */
    static MeasuredProcess start(String name, ProcessCommand command, Consumer<String> lines) {
        try {
            return new MeasuredProcess(name, LocalLauncher.TIED.start(command, lines));
        } catch (IOException e) {
            throw new NodeException("%s cannot be started: %s".formatted(name, e.getMessage()));
        }
    }

    long pid() {
        return process.pid();
    }

    /**
     * Connects as a client as soon as the process takes clients.
     *
     * @throws NodeException if it does not, or ends
     */
    RespClient connect(int port) throws InterruptedException {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (true) {
            try {
                return new RespClient(loopback(port), REPLY_LIMIT);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
                checkRuns();
                if (System.nanoTime() > deadline) {
                    throw new NodeException(format("%s takes no clients at port %d: %s", name, port, e.getMessage()));
                }
            }
        }
    }

    /** @throws NodeException if it has ended, with the last it said */
    void checkRuns() {
        if (process.exit().isDone()) {
            throw new NodeException("%s has ended; its last line: %s".formatted(name, process.lastLine()));
        }
    }

    /**
     * Waits until it has ended well and all it printed is read.
     *
     * @throws NodeException if it does not, or ends with an error
     */
    void awaitEnd(Duration limit) throws InterruptedException {
        int exit;
        try {
            exit = process.exit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw new NodeException(format("%s has not ended after %d s", name, limit.toSeconds()));
        }
        if (exit != 0) {
            throw new NodeException(
                    format("%s has ended with exit code %d; its last line: %s", name, exit, process.lastLine()));
        }
    }

    /** Ends it at once, by SIGKILL where there are signals, and waits until it is gone. */
    void kill() {
        try {
            process.kill();
        } catch (IOException e) {
            throw new NodeException(name + " " + e.getMessage());
        }
    }

    /** Asks the system to end it at once, without waiting. */
    void destroy() {
        process.destroy();
    }
}
