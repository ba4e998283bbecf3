package sosad.node.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** How many files, which includes connections, this process may have open. */
public final class OpenFiles {
    private static final Path LIMITS = Path.of("/proc/self/limits");
    private static final String LINE = "Max open files";

    private OpenFiles() {}

    /** The limit, where the system tells it and there is one. */
    public static OptionalInt limit() {
        try (Stream<String> lines = Files.lines(LIMITS)) {
            return lines.filter(line -> line.startsWith(LINE))
                    .map(line -> line.substring(LINE.length()).strip().split(" +", 2)[0])
                    .filter(word -> word.matches("[0-9]{1,9}"))
                    .mapToInt(Integer::parseInt)
                    .findFirst();
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    /** What to add to the words of somebody who could open no more; empty where the limit is not known. */
    static String advice() {
        OptionalInt limit = limit();
        return limit.isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "; this process may have %d files open, and each connection is one: raise the limit (ulimit -n)",
                        limit.getAsInt());
    }
}
