package sosad.app.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import sosad.message.Launch;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/** A node's operating system process: started, frozen, killed, and its end noticed. */
final class NodeProcess {
    private static final int DEATH_SECONDS = 10;

    private final NodeId node;
    private final Process process;
    private final LogTail log = new LogTail();
    private final CompletableFuture<String> ended = new CompletableFuture<>();
    private Optional<Warden> warden = Optional.empty();

    private NodeProcess(NodeId node, Process process) {
        this.node = node;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param launch handed over in the environment
     * @throws NodeException if the system will not start it
     */
    static NodeProcess start(Launch launch, List<String> command, Cluster.Listener listener) {
        NodeId node = launch.id();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put(Launch.VARIABLE, new String(ControlCodec.encode(launch), StandardCharsets.UTF_8));
        environment.keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH"));
        try {
            NodeProcess started = new NodeProcess(node, builder.start());
            started.process.getOutputStream().close();
            Thread reader = new Thread(() -> started.follow(listener), "log of node " + node);
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new NodeException(node, "cannot be started: " + e.getMessage());
        }
    }

    private void follow(Cluster.Listener listener) {
        log.readAll(process, line -> listener.logged(node, line));
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
            throw new NodeException(node, "cannot be paused: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void resume() {
        try {
            Signals.cont(pid());
        } catch (IOException e) {
            throw new NodeException(node, "cannot be resumed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        dismissWarden();
    }

    private void dismissWarden() {
        warden.ifPresent(Warden::dismiss);
        warden = Optional.empty();
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
                throw new NodeException(node, "does not die: process %d is still there".formatted(pid()));
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
