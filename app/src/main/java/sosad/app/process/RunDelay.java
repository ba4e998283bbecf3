package sosad.app.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The time that a process has been ready to run and had no processor, as Linux counts it. */
final class RunDelay {
    private RunDelay() {}

    /** Returns the sum over its threads; 0 where the system does not tell. */
    static long millis(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return TimeUnit.NANOSECONDS.toMillis(
                    threads.mapToLong(RunDelay::nanos).sum());
        } catch (IOException e) {
            return 0;
        }
    }

    /** The second of three numbers: time on a processor, time waiting for one, turns. */
    private static long nanos(Path thread) {
        try {
            List<String> lines = Files.readAllLines(thread.resolve("schedstat"));
            return lines.isEmpty() ? 0 : Long.parseLong(lines.get(0).split(" ", -1)[1]);
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return 0; // the thread has ended, or the system counts otherwise
        }
    }
}
