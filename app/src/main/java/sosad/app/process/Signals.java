package sosad.app.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Sends POSIX signals, which Java cannot do by itself. */
public final class Signals {
    private static final int DEADLINE_SECONDS = 5;

    private Signals() {}

    /** Freezes the process (SIGSTOP). */
    public static void stop(long pid) throws IOException, InterruptedException {
        send("STOP", pid);
    }

    /** Lets a frozen process go on (SIGCONT). */
    public static void cont(long pid) throws IOException, InterruptedException {
        send("CONT", pid);
    }

    private static void send(String signal, long pid) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!kill.waitFor(DEADLINE_SECONDS, TimeUnit.SECONDS) || kill.exitValue() != 0) {
            kill.destroyForcibly();
            throw new IOException(format("signal %s to process %d could not be sent", signal, pid));
        }
    }
}
