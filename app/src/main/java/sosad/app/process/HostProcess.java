package sosad.app.process;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A process on some machine. */
public interface HostProcess {
    /** Returns its id on its machine. */
    long pid();

    /** Returns what leads to its standard input. */
    OutputStream input();

    /** Returns the last line that it printed, or a word that there was none. */
    String lastLine();

    /** Completes with its exit code when it has ended and its whole output is read. */
    CompletableFuture<Integer> exit();

    boolean isPaused();

    /** Freezes the process; it ends with this program all the same. */
    void pause() throws IOException, InterruptedException;

    /** Lets a frozen process go on. */
    void resume() throws IOException, InterruptedException;

    /** Asks the process to end (SIGTERM), without waiting. */
    void terminate();

    /** Asks the system to end the process at once, without waiting. */
    void destroy();

    /**
     * Ends the process at once and waits until it is gone, interrupted or not.
     *
     * @throws IOException if it does not die
     */
    void kill() throws IOException;

    /** Starts processes on a machine. */
    interface ProcessLauncher {
        /**
         * Starts a process.
         *
         * @param lines takes what it prints, on a thread of its own
         * @throws IOException if the system does not start it
         */
        HostProcess start(ProcessCommand command, Consumer<String> lines) throws IOException;
    }
}
