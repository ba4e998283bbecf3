package sosad.app.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/** Reads what a process prints to its end; remembers the last line, for saying why it died. */
public final class LogTail {
    private static final int MAX_LINE = 500;
    private static final int LINES = 20;

    private final Deque<String> last = new ArrayDeque<>();

    /** Reads until the process closes its output; lines go to {@code lines}, cut to a length fit for a log. */
    public void readAll(Process process, Consumer<String> lines) {
        try (BufferedReader reader =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    add(line.toString(), lines);
                    line.setLength(0);
                } else if (line.length() < MAX_LINE) {
                    line.append((char) c);
                }
            }
            add(line.toString(), lines);
        } catch (IOException e) {
            // The stream closes under the reader when the process is destroyed: that is its end.
        }
    }

    private void add(String line, Consumer<String> lines) {
        if (line.isBlank()) {
            return;
        }
        synchronized (last) {
            last.add(line);
            if (last.size() > LINES) {
                last.remove();
            }
        }
        lines.accept(line);
    }

    /** The last line printed, or a word that there was none. */
    public String lastLine() {
        synchronized (last) {
            return last.isEmpty() ? "it printed nothing" : last.getLast();
        }
    }
}
