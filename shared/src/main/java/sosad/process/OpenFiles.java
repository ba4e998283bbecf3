package sosad.process;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/** The number of files, including connections, that this process may have open. */
public final class OpenFiles {
    /** The files that the process needs for itself: its jars, its ports, its store, and some to spare. */
    public static final int OWN = 48;

    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";

    /** Read once and soon: when no more files can be open, this one cannot either. */
    private static final OptionalInt LIMIT = read();

    private OpenFiles() {}

    /** The limit, where the system tells it and there is one. */
    public static OptionalInt limit() {
        return LIMIT;
    }

    private static OptionalInt read() {
        try {
            for (String line : Files.readAllLines(LIMITS)) {
                if (line.startsWith(LINE)) {
                    String[] words = line.substring(LINE.length()).strip().split(" ", 2);
                    return OptionalInt.of(Integer.parseInt(words[0]));
                }
            }
        } catch (IOException | NumberFormatException e) {
            // not told, or unlimited
        }
        return OptionalInt.empty();
    }

    /**
     * Returns how many clients there is room for.
     *
     * @param wanted how many there may be
     * @param connections how many others there may be beside them
     */
    public static int clients(int wanted, int connections) {
        return LIMIT.isEmpty() ? wanted : Math.min(wanted, LIMIT.getAsInt() - OWN - connections);
    }

    /** Returns what to add to the words of somebody who could open no more; empty where the limit is not known. */
    public static String advice() {
        return LIMIT.isEmpty()
                ? ""
                : format(
                        "; this process may have %d files open, and each connection is one: raise the limit (ulimit -n)",
                        LIMIT.getAsInt());
    }
}
