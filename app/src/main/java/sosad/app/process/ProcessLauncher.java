package sosad.app.process;

import java.io.IOException;
import java.util.function.Consumer;

/** Starts processes on a machine. */
public interface ProcessLauncher {
    /**
     * Starts a process.
     *
     * @param lines takes what it prints, on a thread of its own
     * @throws IOException if the system does not start it
     */
    HostProcess start(ProcessCommand command, Consumer<String> lines) throws IOException;
}
