package sosad.app.export.log;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.load.OperationLog;

/** The formats in which logs of operations are written, told by the ending of the file's name. */
public enum OperationLogFormat {
    /** The histories of Jepsen, which its checkers read. */
    EDN(".edn") {
        @Override
        public void write(OperationLog log, Writer out) throws IOException {
            new EdnHistory(log).writeTo(out);
        }
    },
    /** An operation a line, as {@link JsonLines} reads it back. */
    JSON_LINES(".jsonl") {
        @Override
        public void write(OperationLog log, Writer out) throws IOException {
            JsonLines.write(log, out);
        }
    };

    private final String ending;

    OperationLogFormat(String ending) {
        this.ending = ending;
    }

    /** Returns how the names of its files end. */
    public String ending() {
        return ending;
    }

    /**
     * Returns the format of a file.
     *
     * @throws IllegalArgumentException if its name ends as none does
     */
    public static OperationLogFormat of(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return Stream.of(values())
                .filter(format -> name.endsWith(format.ending))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s: a log of operations ends with %s"
                        .formatted(
                                file,
                                Stream.of(values())
                                        .map(OperationLogFormat::ending)
                                        .collect(Collectors.joining(" or ")))));
    }

    /** Writes the operations that there are so far. */
    public abstract void write(OperationLog log, Writer out) throws IOException;
}
