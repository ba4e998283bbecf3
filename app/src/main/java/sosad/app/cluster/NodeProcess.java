package sosad.app.cluster;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The process of one start of a node or gateway: frozen, killed, and its end noticed. */
final class NodeProcess {
    private final String who;
    private final Consumer<String> lines;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private ChildProcess process;
    private Optional<Warden> warden = Optional.empty();

    /**
     * A start whose process is yet to be found.
     *
     * @param who what it is called in errors, such as {@code node A}
     * @param lines takes what it prints, on a thread of its own
     */
    NodeProcess(String who, Consumer<String> lines) {
        this.who = who;
        this.lines = lines;
    }

    void runsIn(ChildProcess found) {
        process = found;
    }

    ChildProcess child() {
        return process;
    }

    void printed(String line) {
        lines.accept(line);
    }

    void hasEnded(int exit, String lastLine) {
        ended.complete(String.format(Locale.ROOT, "ended with exit code %d; its last line: %s", exit, lastLine));
    }

    /** Completes with how the process ended, when it has. */
    CompletableFuture<String> ended() {
        return ended;
    }

    long pid() {
        return process.pid();
    }

    String lastLine() {
        return process.lastLine();
    }

    boolean isPaused() {
        return warden.isPresent();
    }

    void pause() {
        try {
            warden = Optional.of(Warden.over(pid()));
            Signals.stop(pid());
        } catch (IOException e) {
            throw new NodeException(who + " cannot be paused: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void resume() {
        try {
            Signals.cont(pid());
        } catch (IOException e) {
            throw new NodeException(who + " cannot be resumed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dismissWarden();
    }

    private void dismissWarden() {
        warden.ifPresent(Warden::dismiss);
        warden = Optional.empty();
    }

    /** Asks the process to end (SIGTERM), without waiting. */
    void terminate() {
        process.terminate();
    }

    /** Asks the system to end the process at once, without waiting. */
    void destroy() {
        process.destroy();
    }

    /** Ends the process at once and waits until it is gone. */
    void kill() {
        process.destroy();
        awaitDeath();
    }

    /** Waits until the process, which has been killed, is gone. */
    void awaitDeath() {
        boolean interrupted = Thread.interrupted(); // who is to end waits all the same for what it has begun
        try {
            if (!process.awaitDeath()) {
                throw new NodeException(
                        who + String.format(Locale.ROOT, " does not die: process %d is still there", pid()));
            }
        } catch (InterruptedException e) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        dismissWarden();
    }
}
