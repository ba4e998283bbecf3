package sosad.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import sosad.app.client.Loopback;
import sosad.app.client.RespClient;
import sosad.app.cluster.LogTail;
import sosad.app.cluster.NodeException;

/** A child process: its end is certain even if this process is killed. */
final class Child {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final Duration REPLY_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(10);
    private static final int DEATH_SECONDS = 10;

    /**
     * Runs a program in the shell's place, tied to this process: before it begins, a second shell waits for the end of
     * the input, which comes when this process is gone however it ended, and then kills the program.
     */
    private static final List<String> TIED = List.of(
            "sh",
            "-c",
            "exec 3<&0; (read -r word <&3 || kill -9 $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-",
            "tied");

    private final String name;
    private final Process process;
    private final LogTail log = new LogTail();
    private final Thread reader;

    private Child(String name, Process process, Consumer<String> lines) {
        this.name = name;
        this.process = process;
        this.reader = new Thread(() -> log.readAll(process, lines), "log of " + name);
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Starts a process.
     *
     * @param lines is given what it prints
     * @throws NodeException if the system will not start it
     */
    static Child start(String name, ProcessBuilder builder, Consumer<String> lines) {
        builder.redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
        builder.command(Stream.concat(TIED.stream(), builder.command().stream()).toList());
        try {
            return new Child(name, builder.start(), lines);
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
                return new RespClient(Loopback.at(port), REPLY_LIMIT);
            } catch (IOException e) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES.toMillis());
                checkRuns();
                if (System.nanoTime() > deadline) {
                    throw new NodeException(String.format(
                            Locale.ROOT, "%s takes no clients at port %d: %s", name, port, e.getMessage()));
                }
            }
        }
    }

    /** @throws NodeException if it has ended, with the last it said */
    void checkRuns() throws InterruptedException {
        if (!process.isAlive()) {
            reader.join(TimeUnit.SECONDS.toMillis(1));
            throw new NodeException("%s has ended; its last line: %s".formatted(name, log.lastLine()));
        }
    }

    /**
     * Waits until it has ended well and all it printed is read.
     *
     * @throws NodeException if it does not, or ends with an error
     */
    void awaitEnd(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new NodeException(String.format(Locale.ROOT, "%s has not ended after %d s", name, limit.toSeconds()));
        }
        reader.join();
        if (process.exitValue() != 0) {
            throw new NodeException(String.format(
                    Locale.ROOT,
                    "%s has ended with exit code %d; its last line: %s",
                    name,
                    process.exitValue(),
                    log.lastLine()));
        }
    }

    /** Ends it at once, by SIGKILL where there are signals, and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        boolean interrupted = Thread.interrupted(); // who is to end waits all the same for what it has begun
        try {
            if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
                throw new NodeException(
                        String.format(Locale.ROOT, "%s does not die: process %d is still there", name, pid()));
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Asks the system to end it at once, without waiting. */
    void destroy() {
        process.destroyForcibly();
    }
}
