package sosad.app.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.FaultBand;
import sosad.app.load.OperationLog;
import sosad.app.testing.SampleOperations;
import sosad.model.NodeId;

@Tag("locale")
class RunFileTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void write() {
        file = folder.resolve("run.jsonl");
        RunFile.write(run(300), file);
    }

    private static MeasuredRun run(int operations) {
        OperationLog log = SampleOperations.log(operations, 3);
        MeasuredRun measured = MeasuredRun.of("seed 7, \"per-key\"", log, SampleOperations.bands(3));
        FaultBand end = new FaultBand("ended", Optional.of(new NodeId("B")), 5, 5);
        return new MeasuredRun(
                measured.name(), measured.millis(), measured.series(), measured.bands(), List.of(end), log, 12);
    }

    private void replace(String what, String by) throws Exception {
        String text = Files.readString(file);
        assertThat(text).contains(what);
        Files.writeString(file, text.replaceFirst(Pattern.quote(what), by));
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> RunFile.read(file))
                .isInstanceOf(RunFileException.class)
                .hasMessageContainingAll(words)
                .message()
                .doesNotContain("\n");
    }

    @Test
    void whatWasWrittenIsRead() {
        MeasuredRun written = run(300);
        MeasuredRun read = RunFile.read(file);

        assertThat(read).usingRecursiveComparison().ignoringFields("operations").isEqualTo(written);
        assertThat(read.operations().soFar()).isEqualTo(written.operations().soFar());
    }

    @Test
    void aFileThatEndsTooEarlyIsRefusedWithBothNumbers() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(0, 101));
        assertRefused("run.jsonl:101", "ends after 100 of " + (lines.size() - 1) + " operations");
    }

    @Test
    void whatIsWrongIsNamedByLineAndField() throws Exception {
        replace("\"outcome\":\"ok\"", "\"outcome\":\"fine\"");
        assertRefused("run.jsonl:2", "\"outcome\": \"fine\" is not one of ok, refused, unanswered");
    }

    @Test
    void aLogOfOperationsAloneIsReadToo() throws Exception {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, lines.size()));

        MeasuredRun read = RunFile.read(file);

        assertThat(read.name()).isEqualTo("run.jsonl");
        assertThat(read.operations().size()).isEqualTo(lines.size() - 1);
        assertThat(read.series()).isNotEmpty();
        replace("\"kind\":\"read\"", "\"kind\":\"look\"");
        assertRefused("not an operation", "look");
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        Files.writeString(file, "scenario: sample\n");
        assertRefused("run.jsonl:1", "not JSON");
        Files.writeString(file, "{\"sweep\":\"check\"}\n");
        assertRefused("does not begin with \"format\":\"sosad-run\"");
        Files.writeString(file, "");
        assertRefused("it is empty");
        Files.delete(file);
        assertRefused("there is no such file");
        Files.createDirectory(file);
        assertRefused("cannot be read");
    }

    @Test
    void aLaterVersionAndTooManyElementsAreRefused() throws Exception {
        replace("\"version\":1", "\"version\":2");
        assertRefused("version 2; this program reads version 1");
        RunFile.write(run(10), file);
        replace("\"operations\":10", "\"operations\":900000000");
        assertRefused("900,000,000 operations; at most 10,000,000 are read");
        Files.writeString(file, "x".repeat(RunFile.MAX_LINE + 1));
        assertRefused("a line of more than 16,777,216 characters");
    }

    @Test
    void aPlaceWhereNothingCanBeWrittenIsNamedAndNothingIsLeftThere() throws Exception {
        Path nowhere = folder.resolve("absent").resolve("run.jsonl");
        assertThatThrownBy(() -> RunFile.write(run(10), nowhere))
                .isInstanceOf(RunFileException.class)
                .hasMessageContainingAll("there is no folder", "choose another place");
        assertThatThrownBy(() -> RunFile.write(run(10), folder)).hasMessageContaining("it is a folder");
        assertThat(Files.list(folder)).containsExactly(file);
    }
}
