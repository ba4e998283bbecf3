package sosad.app.export.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

@Tag("locale")
class JsonLinesTest {
    private static final String LINE = "{\"client\":3,\"server\":\"A\",\"kind\":\"write\",\"key\":\"k\",\"version\":17,"
            + "\"invokedNanos\":1000,\"completedNanos\":2500,\"outcome\":\"unanswered\",\"staleBy\":-1}\n";

    @TempDir
    private Path folder;

    private static String written(OperationLog log) {
        StringWriter out = new StringWriter();
        try {
            OperationLogFormat.JSON_LINES.write(log, out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toString();
    }

    private OperationLog read(byte[] bytes) {
        try {
            return JsonLines.read(Files.write(folder.resolve("log.jsonl"), bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private OperationLog read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anOperationIsALine() {
        OperationLog log = new OperationLog();
        log.add(new Operation(
                3, new NodeId("A"), OperationKind.WRITE, "k", 17, 1_000, 2_500, OperationOutcome.UNANSWERED));
        assertThat(written(log)).isEqualTo(LINE);
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (int seed = 0; seed < 200; seed++) {
            OperationLog log = SampleLogs.of(seed);
            assertThat(read(written(log)).soFar()).as("seed %d", seed).isEqualTo(log.soFar());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"kind\":\"write\"     | \"kind\":\"put\"     | \"kind\": \"put\" is not one of read, write, delete",
                "\"client\":3,         | ''                  | \"client\" is missing",
                "\"client\":3          | \"client\":-3        | client -3",
                "\"client\":3          | \"client\":9999999999 | \"client\" is out of range",
                "\"version\":17        | \"version\":1.5      | \"version\" is no whole number",
                "\"version\":17        | \"version\":99999999999999999999 | \"version\" is no whole number",
                "\"version\":17        | \"version\":[17]     | \"version\" is no whole number",
                "\"key\":\"k\"          | \"key\":7            | \"key\" is no text",
                "\"key\"               | \"keys\"             | \"keys\" is no field of an operation",
                "\"key\":\"k\"          | \"key\":\"k\",\"key\":\"k\" | it is no JSON: Duplicate field 'key'",
                "\"server\":\"A\"       | \"server\":\"A\\nB\"  | is not a node name",
                "\"completedNanos\":2500 | \"completedNanos\":5 | before that",
                "}                   | }{                  | there is more than one object",
                "}                   | ''                  | it is no JSON",
                "{                   | [                   | it is no JSON object",
            })
    void whatIsNoOperationIsRefusedWithItsLineAndTheReason(String good, String bad, String reason) {
        assertThat(LINE).contains(good);
        assertThatThrownBy(() -> read(LINE + LINE.replace(good, bad)))
                .isInstanceOf(OperationLogFileException.class)
                .hasMessageContaining("log.jsonl, line 2: ")
                .hasMessageContaining(reason)
                .message()
                .hasLineCount(1);
    }

    @Test
    void linesHaveALimit() {
        assertThatThrownBy(() -> read("x".repeat(JsonLines.MAX_LINE_BYTES + 1)))
                .hasMessageContaining("line 1: it is longer than 8,192 bytes");
        assertThatThrownBy(() -> JsonLines.read(folder.resolve("none"))).hasMessageEndingWith("there is no such file");
    }

    @Test
    void anyBytesAreALogOrRefusedInOneLine() {
        Random random = new Random(3);
        byte[] valid = (LINE + LINE).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1_000; i++) {
            byte[] bytes = valid.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(read(bytes).size()).isBetween(1, 3);
            } catch (OperationLogFileException e) {
                assertThat(e.getMessage()).hasLineCount(1);
            }
        }
    }
}
