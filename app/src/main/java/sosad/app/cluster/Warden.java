package sosad.app.cluster;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Watches over a process that cannot notice that the app is gone, such as a paused node. This tiny one does: it waits
 * for a word from the app, and when its input ends without one, because the app died, it kills the other.
 */
final class Warden {
    private static final String SCRIPT = "trap '' HUP INT TERM; read -r word || kill -9 \"$1\"";

    private final Process process;

    private Warden(Process process) {
        this.process = process;
    }

    /** Arms a warden for the process {@code pid}. */
    static Warden over(long pid) throws IOException {
        return new Warden(new ProcessBuilder("sh", "-c", SCRIPT, "warden", Long.toString(pid))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    /** The process notices for itself again, or is dead: the warden is no longer needed. */
    void dismiss() {
        try (OutputStream input = process.getOutputStream()) {
            input.write("done\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            process.destroyForcibly(); // it is gone already, or about to be
        }
    }
}
