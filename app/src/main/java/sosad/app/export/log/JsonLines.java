package sosad.app.export.log;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import sosad.app.load.Operation;
import sosad.app.load.OperationLog;
import sosad.protocol.EnumNames;

/** A log as JSON lines: an operation a line, an object with the names of {@link OperationLine}. */
public final class JsonLines {
    /** The most operations that are read. */
    public static final int MAX_OPERATIONS = 20_000_000;

    /** The longest line that is read, in bytes. */
    public static final int MAX_LINE_BYTES = 8_192;

    private JsonLines() {}

    static void write(OperationLog log, Writer out) throws IOException {
        write(log.soFar(), out);
    }

    /** Writes operations, each with a line break after it. */
    public static void write(List<Operation> operations, Writer out) throws IOException {
        JsonFactory json = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try (JsonGenerator line = json.createGenerator(out)) {
            line.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (Operation operation : operations) {
                write(operation, line);
            }
        }
        out.append(operations.isEmpty() ? "" : "\n");
    }

    private static void write(Operation operation, JsonGenerator line) throws IOException {
        line.writeStartObject();
        line.writeNumberField(OperationLine.CLIENT, operation.client());
        line.writeStringField(OperationLine.SERVER, operation.server().name());
        line.writeStringField(OperationLine.KIND, EnumNames.of(operation.kind()));
        line.writeStringField(OperationLine.KEY, operation.key());
        line.writeNumberField(OperationLine.VERSION, operation.version());
        line.writeNumberField(OperationLine.INVOKED, operation.invokedNanos());
        line.writeNumberField(OperationLine.COMPLETED, operation.completedNanos());
        line.writeStringField(OperationLine.OUTCOME, EnumNames.of(operation.outcome()));
        line.writeNumberField(OperationLine.STALE_BY, operation.staleBy());
        line.writeEndObject();
    }

    /**
     * Reads the operation in a line.
     *
     * @throws IllegalArgumentException if there is none, saying why
     */
    public static Operation parse(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return OperationLine.parse(bytes, bytes.length);
    }

    /**
     * Reads a file.
     *
     * @throws OperationLogFileException if it cannot be read or is something else, naming the line
     */
    public static OperationLog read(Path file) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return read(file, in);
        } catch (NoSuchFileException e) {
            throw new OperationLogFileException(file, "there is no such file", e);
        } catch (IOException e) {
            throw new OperationLogFileException(file, "it cannot be read: " + e.getMessage(), e);
        }
    }

    private static OperationLog read(Path file, InputStream in) throws IOException {
        OperationLog log = new OperationLog();
        byte[] line = new byte[MAX_LINE_BYTES];
        for (int number = 1; ; number++) {
            int length = 0;
            int next = in.read();
            if (next < 0) {
                return log;
            }
            for (; next >= 0 && next != '\n'; next = in.read()) {
                if (length == line.length) {
                    throw new OperationLogFileException(
                            file, number, format("it is longer than %,d bytes", MAX_LINE_BYTES), null);
                }
                line[length++] = (byte) next;
            }
            if (number > MAX_OPERATIONS) {
                throw new OperationLogFileException(
                        file, number, format("a log has at most %,d operations", MAX_OPERATIONS), null);
            }
            try {
                log.add(OperationLine.parse(line, length));
            } catch (IllegalArgumentException e) {
                throw new OperationLogFileException(file, number, e.getMessage(), e);
            }
        }
    }
}
