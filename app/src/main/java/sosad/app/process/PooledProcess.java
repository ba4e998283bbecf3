package sosad.app.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sosad.app.process.HostProcess.ProcessLauncher;
import sosad.message.Launch;

/** A process of the operating system in which nodes and gateways run, one after the other. */
final class PooledProcess {
    private static final int FREE_SECONDS = 5;

    private final HostProcess host;
    private Optional<MemberProcess> tenant = Optional.empty();
    private String before = "";
    private CompletableFuture<Boolean> free = CompletableFuture.completedFuture(true);
    private boolean hasEnded;

    /**
     * Starts a process, in which nothing runs yet.
     *
     * @throws IOException if the system does not start it
     */
    PooledProcess(ProcessLauncher launcher, ProcessCommand command) throws IOException {
        synchronized (this) { // what it prints at once waits until its id is known
            host = launcher.start(command, this::printed);
        }
        host.exit().thenAccept(code -> lastTenant().ifPresent(last -> last.hasEnded(code, host.lastLine())));
    }

    synchronized HostProcess host() {
        return host;
    }

    private void printed(String line) {
        if (line.equals(Launch.WAITING)) {
            free().complete(true);
        } else {
            if (!Program.extraOptions().isEmpty()) { // a developer looks for the port on which it waits for a debugger
                System.err.println(format("node process %d: %s", host().pid(), line));
            }
            tenant().ifPresent(present -> present.printed(line));
        }
    }

    private synchronized CompletableFuture<Boolean> free() {
        return free;
    }

    private synchronized Optional<MemberProcess> tenant() {
        return tenant;
    }

    private synchronized Optional<MemberProcess> lastTenant() {
        hasEnded = true;
        free.complete(false);
        return tenant;
    }

    /** Lets the tenant go, whose connection is about to be closed; from now on it hears nothing. */
    synchronized void leave() {
        before = tenant.map(MemberProcess::who).orElse(before);
        tenant = Optional.empty();
        free = new CompletableFuture<>();
        if (hasEnded) {
            free.complete(false);
        }
    }

    /** Returns whether the last that ran in it was called so. */
    synchronized boolean wasThatOf(String who) {
        return before.equals(who);
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
    void begin(Map.Entry<String, String> launch, MemberProcess next) throws IOException {
        synchronized (this) {
            if (hasEnded) {
                throw new IOException(format("process %d has ended", host.pid()));
            }
            tenant = Optional.of(next);
        }
        OutputStream input = host.input();
        input.write("%s=%s\n".formatted(launch.getKey(), launch.getValue()).getBytes(StandardCharsets.UTF_8));
        input.flush();
    }
}
