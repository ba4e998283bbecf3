package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sosad.app.process.ProcessCommand;

/** Asks another Java process about itself, by the JDK's tool of that name. */
final class Jcmd {
    private static final Path TOOL = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    private static final Duration LIMIT = Duration.ofMinutes(1);

    /** In a thread dump, the line of the thread that does all of a node's work. */
    private static final Pattern EVENT_LOOP =
            Pattern.compile("^\"multiThreadIoEventLoopGroup-\\d+-1\".* cpu=([0-9.]+)ms", Pattern.MULTILINE);

    private Jcmd() {}

    /** Has the process collect all garbage, and waits until it has. */
    static void collectGarbage(long pid) throws InterruptedException {
        run(pid, "GC.run");
    }

    /** Returns how much processor time a node's event loop thread has used, in milliseconds. */
    static double eventLoopMillis(long pid) throws IOException, InterruptedException {
        Matcher line = EVENT_LOOP.matcher(run(pid, "Thread.print"));
        if (!line.find()) {
            throw new IOException(format("the thread dump of process %d shows no event loop", pid));
        }
        return Double.parseDouble(line.group(1));
    }

    private static String run(long pid, String command) throws InterruptedException {
        List<String> lines = Collections.synchronizedList(new ArrayList<>());
        ProcessCommand jcmd = new ProcessCommand(List.of(TOOL.toString(), Long.toString(pid), command));
        MeasuredProcess.start("jcmd", jcmd, lines::add).awaitEnd(LIMIT);
        return String.join("\n", lines);
    }
}
