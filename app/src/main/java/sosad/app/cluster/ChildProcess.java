package sosad.app.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sosad.message.Launch;

/** A process of the operating system in which nodes and gateways run, one after the other. */
final class ChildProcess {
    private static final int DEATH_SECONDS = 10;
    private static final int FREE_SECONDS = 5;
    private static final List<String> ALIEN_OPTIONS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final Process process;
    private final LogTail log = new LogTail();
    private Optional<NodeProcess> tenant = Optional.empty();
    private CompletableFuture<Boolean> free = CompletableFuture.completedFuture(true);
    private boolean hasEnded;

    private ChildProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a process, in which nothing runs yet.
     *
     * @throws IOException if the system will not start it
     */
    static ChildProcess start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeAll(ALIEN_OPTIONS);
        ChildProcess started = new ChildProcess(builder.start());
        Thread reader = new Thread(started::follow, "log of process " + started.pid());
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    private void follow() {
        log.readAll(process, this::printed);
        try {
            int exit = process.waitFor();
            lastTenant().ifPresent(last -> last.hasEnded(exit, log.lastLine()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void printed(String line) {
        if (line.equals(Launch.WAITING)) {
            free().complete(true);
        } else {
            if (!Program.extraOptions().isEmpty()) { // a developer looks for the port on which it waits for a debugger
                System.err.println(String.format(Locale.ROOT, "node process %d: %s", pid(), line));
            }
            tenant().ifPresent(present -> present.printed(line));
        }
    }

    private synchronized CompletableFuture<Boolean> free() {
        return free;
    }

    private synchronized Optional<NodeProcess> tenant() {
        return tenant;
    }

    private synchronized Optional<NodeProcess> lastTenant() {
        hasEnded = true;
        free.complete(false);
        return tenant;
    }

    /** Lets the tenant go, whose connection is about to be closed; from now on it hears nothing. */
    synchronized void leave() {
        tenant = Optional.empty();
        free = new CompletableFuture<>();
        if (hasEnded) {
            free.complete(false);
        }
    }

    /**
     * Waits until the process says that the tenant it had has ended; gives false if it died instead, or kept silent. A
     * process that was killed or frozen before never says so, even if the system has not yet reported it.
     */
    boolean awaitFree() {
        try {
            return free().get(FREE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Lets a node or gateway begin; none runs in it.
     *
     * @param launch what it is to be: the variable's name and JSON
     * @param next hears what it prints, on a thread of its own
     * @throws IOException if the process is gone
     */
    void begin(Map.Entry<String, String> launch, NodeProcess next) throws IOException {
        synchronized (this) {
            if (hasEnded) {
                throw new IOException(String.format(Locale.ROOT, "process %d has ended", pid()));
            }
            tenant = Optional.of(next);
        }
        OutputStream input = process.getOutputStream();
        input.write("%s=%s\n".formatted(launch.getKey(), launch.getValue()).getBytes(StandardCharsets.UTF_8));
        input.flush();
    }

    long pid() {
        return process.pid();
    }

    String lastLine() {
        return log.lastLine();
    }

    /** Asks the process to end (SIGTERM), without waiting. */
    void terminate() {
        process.destroy();
    }

    /** Asks the system to end the process at once, without waiting. */
    void destroy() {
        process.destroyForcibly();
    }

    /** Waits until the process, which has been killed, is gone; gives whether it is. */
    boolean awaitDeath() throws InterruptedException {
        return process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS);
    }
}
