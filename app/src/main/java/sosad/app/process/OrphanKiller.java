package sosad.app.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A shell that kills a process when the app is gone, however the app ended: its input ends then. It is there for those
 * that cannot notice themselves, such as a paused node or a program of somebody else's.
 */
record OrphanKiller(Process process) {
    private static final String SCRIPT = "trap '' HUP INT TERM; read -r word || kill -9 \"$1\"";

    /**
     * The command prefix that ties a command to this process: a second shell waits for the end of the input and then
     * kills the program, which runs in the first one's place.
     */
    static final List<String> TIED = List.of(
            "sh",
            "-c",
            "exec 3<&0; (read -r word <&3 || kill -9 $$) >/dev/null 2>&1 & exec \"$@\" </dev/null 3<&-",
            "tied");

    /** Arms one for the process {@code pid}. */
    static OrphanKiller over(long pid) throws IOException {
        return new OrphanKiller(new ProcessBuilder("sh", "-c", SCRIPT, "orphan killer", Long.toString(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The process notices for itself again, or is dead: it is no longer needed. */
    void dismiss() {
        try (OutputStream input = process.getOutputStream()) {
            input.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            process.destroyForcibly(); // it is gone already, or about to be
        }
    }
}
