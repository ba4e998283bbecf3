package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import sosad.app.process.NodeException;
import sosad.app.process.ProcessCommand;

/**
 * All processes that descend from one, known by a variable of their environment, so that they are found even when those
 * between are gone. Needs {@code /proc}.
 */
final class MarkedProcesses {
    private static final Path PROC = Path.of("/proc");
    private static final String VARIABLE = "SOSAD_ORPHANS";
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final String mark;

    /** @param mark what nobody else has */
    MarkedProcesses(String mark) {
        this.mark = mark;
        if (!Files.isDirectory(PROC.resolve("self"))) {
            throw new NodeException("processes can be looked for only where there is a folder " + PROC);
        }
    }

    /** Marks a process before its start, and so every process that it starts. */
    ProcessCommand mark(ProcessCommand command) {
        Map<String, String> variables = new HashMap<>(command.variables());
        variables.put(VARIABLE, mark);
        return new ProcessCommand(command.words(), variables);
    }

    /** The ids of those that there are now, none of which has ended. */
    List<Long> present() {
        try (Stream<Path> all = Files.list(PROC)) {
            return all.filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .filter(process -> read(process, "environ").contains(VARIABLE + "=" + mark + "\0"))
                    .map(process -> Long.parseLong(process.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new NodeException("%s cannot be read: %s".formatted(PROC, e.getMessage()));
        }
    }

    /** The ids of the processes below this one in which nodes run or are to run. */
    static List<Long> nodesBelow(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .filter(below -> commandLine(below).contains("sosad.node.main.Main"))
                .toList();
    }

    /** Waits until there are none; gives those that are there at the end of the limit. */
    List<Long> awaitNone(Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        List<Long> left = present();
        while (!left.isEmpty() && System.nanoTime() < end) {
            TimeUnit.NANOSECONDS.sleep(BETWEEN_LOOKS.toNanos());
            left = present();
        }
        return left;
    }

    /** Ends those that there are, at once. */
    void kill() {
        present().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    /** Returns what a process was started as; empty if it has ended. */
    private static String commandLine(long pid) {
        return read(PROC.resolve(Long.toString(pid)), "cmdline")
                .replace('\0', ' ')
                .strip();
    }

    /** A process in words: its id, its state and what it was started as. */
    static String describe(long pid) {
        String state = read(PROC.resolve(Long.toString(pid)), "stat").replaceAll("(?s).*\\) (.).*", "$1");
        return format("process %d (%s): %s", pid, state, commandLine(pid));
    }

    private static String read(Path process, String file) {
        try {
            return Files.readString(process.resolve(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended, or is somebody else's
        }
    }
}
