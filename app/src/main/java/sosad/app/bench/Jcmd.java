package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks another Java process about itself, by the JDK's tool of that name. */
final class Jcmd {
    private static final Path TOOL = Path.of(System.getProperty("java.home"), "bin", "jcmd");

    /** In a thread dump, the line of the thread that does all of a node's work. */
    private static final Pattern EVENT_LOOP =
            Pattern.compile("^\"multiThreadIoEventLoopGroup-\\d+-1\".* cpu=([0-9.]+)ms", Pattern.MULTILINE);

    private Jcmd() {}

    /** Has the process collect all garbage, and waits until it has. */
    static void collectGarbage(long pid) throws IOException, InterruptedException {
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

    private static String run(long pid, String command) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(TOOL.toString(), Long.toString(pid), command)
                .redirectErrorStream(true)
                .start();
        String printed = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (jcmd.waitFor() != 0) {
            throw new IOException(format("jcmd %d %s failed: %s", pid, command, printed.strip()));
        }
        return printed;
    }
}
