package sosad.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;

/** The child processes of one measurement; they end with it, and with this process however it ends. */
final class Children implements AutoCloseable {
    private final List<MeasuredProcess> running = new ArrayList<>();
    private final Thread killer = new Thread(this::destroyAll, "end of the measured processes");
    private boolean ending;

    Children() {
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /**
     * Starts a process.
     *
     * @param lines is given what it prints
     * @throws NodeException if the system will not start it
     */
    MeasuredProcess start(String name, ProcessCommand command, Consumer<String> lines) {
        synchronized (running) {
            if (ending) {
                throw new NodeException("nothing is started any more");
            }
            MeasuredProcess child = MeasuredProcess.start(name, command, lines);
            running.add(child);
            return child;
        }
    }

    private void destroyAll() {
        synchronized (running) {
            ending = true;
            running.forEach(MeasuredProcess::destroy);
        }
    }

    /** Ends one of them at once and waits until it is gone. */
    void kill(MeasuredProcess child) {
        child.kill();
        synchronized (running) {
            running.remove(child);
        }
    }

    @Override
    public void close() {
        destroyAll();
        running.forEach(MeasuredProcess::kill);
        try {
            Runtime.getRuntime().removeShutdownHook(killer);
        } catch (IllegalStateException e) {
            // The virtual machine is shutting down and runs the hook itself.
        }
    }
}
