package sosad.app.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Sends POSIX signals, which Java cannot do by itself. */
public final class Signals {
    private static final int DEADLINE_SECONDS = 5;

    private Signals() {}

    /** Freezes the process (SIGSTOP); returns when all its threads stand still, where the system shows that. */
    public static void stop(long pid) throws IOException, InterruptedException {
        send("STOP", pid);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (isRunning(Path.of("/proc", Long.toString(pid), "task"))) {
            if (System.nanoTime() > end) {
                throw new IOException(format("process %d goes on after SIGSTOP", pid));
            }
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    /** Each thread handles the signal when it gets a processor: a moment after it was sent, or later under load. */
    private static boolean isRunning(Path threads) {
        try (DirectoryStream<Path> all = Files.newDirectoryStream(threads)) {
            for (Path thread : all) {
                String stat = Files.readString(thread.resolve("stat"));
                if ("TtZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException | DirectoryIteratorException e) {
            return Files.isDirectory(threads); // a thread has ended meanwhile; without the process there is none
        }
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
