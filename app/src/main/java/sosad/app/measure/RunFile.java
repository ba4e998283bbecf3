package sosad.app.measure;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import sosad.app.export.file.OutputFile;
import sosad.app.export.file.OutputFile.OutputFileException;
import sosad.app.export.log.JsonLines;
import sosad.app.load.Operation;
import sosad.app.load.OperationLog;

/**
 * The file of a measured run: JSON lines, the first with everything but the operations, then one line for each of
 * these, as {@code docs/measure.md} shows.
 */
public final class RunFile {
    /** The largest file that is read. */
    static final long MAX_BYTES = 1L << 30;

    /** The longest line that is read: the first. */
    static final int MAX_LINE = 16 << 20;

    private static final String FIELD_OF_OPERATIONS = "client";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private RunFile() {}

    /**
     * Writes a run, of which operations may still be added meanwhile: those so far are written.
     *
     * @throws RunFileException if that fails; the file is then as it was
     */
    public static void write(MeasuredRun run, Path path) {
        List<Operation> operations = run.operations().soFar();
        try {
            OutputFile.at(path).write(out -> {
                out.write(RunHeaderJson.of(run, operations.size()).toString());
                out.write('\n');
                JsonLines.write(operations, out);
            });
        } catch (OutputFileException e) {
            throw new RunFileException(e.getMessage() + "; choose another place", e);
        }
    }

    /**
     * Reads a run.
     *
     * @throws RunFileException if there is none, it cannot be read, or it is not a run's
     */
    public static MeasuredRun read(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            long bytes = Files.size(path);
            if (bytes > MAX_BYTES) {
                throw new RunFileException(
                        format("%s has %,d bytes; files of runs of at most %,d are read", path, bytes, MAX_BYTES));
            }
            return read(path, new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException e) {
            throw new RunFileException(path + ": there is no such file; choose another one", e);
        } catch (IOException e) {
            throw new RunFileException(path + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static MeasuredRun read(Path path, BufferedReader lines) throws IOException {
        int number = 1;
        try {
            String first = line(lines);
            JsonNode json = parsed(first);
            OperationLog log = new OperationLog(0);
            if (json.has(FIELD_OF_OPERATIONS)) {
                return read(path, first, lines, log);
            }
            RunHeaderJson header = RunHeaderJson.read(json);
            for (String text = line(lines); text != null; text = line(lines)) {
                number++;
                if (log.size() == header.operations()) {
                    throw new IllegalArgumentException(
                            format("more than the %,d operations that the first line names", header.operations()));
                }
                log.add(JsonLines.parse(text));
            }
            if (log.size() < header.operations()) {
                throw new IllegalArgumentException(
                        format("the file ends after %,d of %,d operations", log.size(), header.operations()));
            }
            return header.run(log);
        } catch (JsonProcessingException e) {
            String why = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new RunFileException(format("%s:%d: not JSON: %s", path, number, why), e);
        } catch (IllegalArgumentException e) {
            throw new RunFileException(format("%s:%d: not the file of a run: %s", path, number, e.getMessage()), e);
        }
    }

    /** Reads a log of operations alone, as {@code check --log} writes it. */
    private static MeasuredRun read(Path path, String first, BufferedReader lines, OperationLog log)
            throws IOException {
        int number = 1;
        try {
            for (String text = first; text != null; text = line(lines)) {
                if (number > JsonLines.MAX_OPERATIONS) {
                    throw new IllegalArgumentException(
                            format("a log has at most %,d operations", JsonLines.MAX_OPERATIONS));
                }
                log.add(JsonLines.parse(text));
                number++;
            }
            return MeasuredRun.of(path.getFileName().toString(), log, List.of());
        } catch (IllegalArgumentException e) {
            throw new RunFileException(format("%s:%d: not an operation: %s", path, number, e.getMessage()), e);
        }
    }

    private static JsonNode parsed(String line) throws JsonProcessingException {
        if (line == null || line.isBlank()) {
            throw new IllegalArgumentException("it is empty");
        }
        return JSON.readTree(line);
    }

    /** Returns the next line, or null at the end. What is too long for one is not read to its end. */
    private static String line(BufferedReader lines) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = lines.read(); next != '\n'; next = lines.read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            if (line.length() == MAX_LINE) {
                throw new IllegalArgumentException(format("a line of more than %,d characters", MAX_LINE));
            }
            line.append((char) next);
        }
        return line.toString();
    }
}
