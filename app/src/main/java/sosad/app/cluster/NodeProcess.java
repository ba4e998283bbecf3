package sosad.app.cluster;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** The operating system process of a node or gateway: started, frozen, killed, and its end noticed. */
final class NodeProcess {
    private static final int DEATH_SECONDS = 10;

    private final String who;
    private final Process process;
    private final LogTail log = new LogTail();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private Optional<Warden> warden = Optional.empty();

    private NodeProcess(String who, Process process) {
        this.who = who;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param who what it is called in errors, such as {@code node A}
     * @param launch the variables that are added to its environment
     * @param lines takes what it prints, on a thread of its own
     * @throws NodeException if the system will not start it
     */
    static NodeProcess start(String who, Map<String, String> launch, List<String> command, Consumer<String> lines) {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.putAll(launch);
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
        try {
            NodeProcess started = new NodeProcess(who, builder.start());
            started.process.getOutputStream().close();
            Thread reader = new Thread(() -> started.follow(lines), "log of " + who);
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new NodeException(who + " cannot be started: " + e.getMessage());
        }
    }

    private void follow(Consumer<String> lines) {
        log.readAll(process, lines);
        try {
            int exit = process.waitFor();
            ended.complete("ended with exit code %d; its last line: %s".formatted(exit, log.lastLine()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Completes with how the process ended, when it has. */
    CompletableFuture<String> ended() {
        return ended;
    }

    long pid() {
        return process.pid();
    }

    String lastLine() {
        return log.lastLine();
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
        process.destroy();
    }

    /** Ends the process at once and waits until it is gone. */
    void kill() {
        process.destroyForcibly();
        awaitDeath();
    }

    /** Waits until the process, which has been killed, is gone. */
    void awaitDeath() {
        try {
            if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
                throw new NodeException(who + " does not die: process %d is still there".formatted(pid()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dismissWarden();
    }

    /** Asks the system to end the process at once, without waiting. */
    void destroy() {
        process.destroyForcibly();
    }
}
