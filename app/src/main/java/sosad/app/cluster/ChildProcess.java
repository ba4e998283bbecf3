package sosad.app.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of the operating system in which nodes and gateways run, one after the other. */
final class ChildProcess {
    private static final int DEATH_SECONDS = 10;
    private static final List<String> ALIEN_OPTIONS =
            List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "CLASSPATH");

    private final Process process;
    private final LogTail log = new LogTail();
    private Optional<NodeProcess> tenant;
    private boolean hasEnded;

    private ChildProcess(Process process, NodeProcess tenant) {
        this.process = process;
        this.tenant = Optional.of(tenant);
    }

    /**
     * Starts a process.
     *
     * @param launch the variable that is added to its environment
     * @param tenant hears what it prints, on a thread of its own
     * @throws IOException if the system will not start it
     */
    static ChildProcess start(List<String> command, Map.Entry<String, String> launch, NodeProcess tenant)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put(launch.getKey(), launch.getValue());
        environment.keySet().removeAll(ALIEN_OPTIONS);
        ChildProcess started = new ChildProcess(builder.start(), tenant);
        Thread reader = new Thread(started::follow, "log of process " + started.pid());
        reader.setDaemon(true);
        reader.start();
        return started;
    }

    private void follow() {
        log.readAll(process, line -> tenant().ifPresent(present -> present.printed(line)));
        try {
            int exit = process.waitFor();
            lastTenant().ifPresent(last -> last.hasEnded(exit, log.lastLine()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Optional<NodeProcess> tenant() {
        return tenant;
    }

    private synchronized Optional<NodeProcess> lastTenant() {
        hasEnded = true;
        return tenant;
    }

    /** Lets the tenant go, whose connection is closed; from now on it hears nothing. */
    synchronized void leave() {
        tenant = Optional.empty();
    }

    /**
     * Hands the process to another tenant.
     *
     * @throws IOException if it is gone
     */
    void begin(Map.Entry<String, String> launch, NodeProcess next) throws IOException {
        synchronized (this) {
            if (hasEnded) {
                throw new IOException("process %d has ended".formatted(pid()));
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
