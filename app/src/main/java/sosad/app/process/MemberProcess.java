package sosad.app.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** The process of one start of a node or gateway: frozen, killed, and its end noticed. */
public final class MemberProcess {
    private final String who;
    private final Consumer<String> lines;
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private PooledProcess process;

    /**
     * A start whose process is yet to be found.
     *
     * @param who what it is called in errors, such as {@code node A}
     * @param lines takes what it prints, on a thread of its own
     */
    MemberProcess(String who, Consumer<String> lines) {
        this.who = who;
        this.lines = lines;
    }

    String who() {
        return who;
    }

    void runsIn(PooledProcess found) {
        process = found;
    }

    PooledProcess pooled() {
        return process;
    }

    void printed(String line) {
        lines.accept(line);
    }

    void hasEnded(int exit, String lastLine) {
        ended.complete(format("ended with exit code %d; its last line: %s", exit, lastLine));
    }

    /** Completes with how the process ended, when it has. */
    public CompletableFuture<String> ended() {
        return ended;
    }

    /** Returns the last line that it printed, or a word that there was none. */
    public String lastLine() {
        return host().lastLine();
    }

    public boolean isPaused() {
        return host().isPaused();
    }

    /** Returns for how long it has been ready to run and had no processor; 0 where the system does not tell. */
    public long runDelayMillis() {
        return RunDelay.millis(host().pid());
    }

    /** Freezes the process. */
    public void pause() {
        try {
            host().pause();
        } catch (IOException e) {
            throw new NodeException(who + " cannot be paused: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the frozen process go on. */
    public void resume() {
        try {
            host().resume();
        } catch (IOException e) {
            throw new NodeException(who + " cannot be resumed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks the process to end (SIGTERM), without waiting. */
    public void terminate() {
        host().terminate();
    }

    /** Asks the system to end the process at once, without waiting. */
    public void destroy() {
        host().destroy();
    }

    /**
     * Ends the process at once and waits until it is gone.
     *
     * @throws NodeException if it does not die
     */
    public void kill() {
        try {
            host().kill();
        } catch (IOException e) {
            throw new NodeException(who + " " + e.getMessage());
        }
    }

    private HostProcess host() {
        return process.host();
    }
}
