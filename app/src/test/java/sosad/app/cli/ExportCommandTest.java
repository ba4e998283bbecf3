package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import sosad.app.export.ExportKind;
import sosad.protocol.EnumNames;

/** A run that is taken away on the command line. */
@Timeout(60)
class ExportCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int sosad(String... arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.run(
                line, Stream.concat(Stream.of("export"), Stream.of(arguments)).toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsWrittenAndOnStandardOutputIsTheSame(ExportKind kind) throws IOException {
        Path file = folder.resolve("run." + kind.extension());
        assertThat(sosad("sample", "--as", EnumNames.of(kind), "--out", file.toString()))
                .isZero();
        assertThat(files()).containsExactly(file.getFileName().toString());
        assertThat(out.toString()).isEmpty();
        if (kind.isText()) {
            assertThat(sosad("sample", "--as", EnumNames.of(kind))).isZero();
            assertThat(out.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(Files.readAllBytes(file));
        } else {
            assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        }
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aStepIsTheLastOneThatIsThere() {
        assertThat(sosad("sample", "--as", "csv", "--step", "0")).isZero();
        assertThat(out.toString()).contains("1,A,B-now,1").doesNotContain("2,A,");
    }

    @Test
    void inFlightTheStepsMessagesStandOnTheirLinks() {
        assertThat(sosad("sample", "--as", "stage-svg", "--step", "3", "--in-flight"))
                .isZero();
        assertThat(out.toString()).contains("T = 4, in flight", ">push frogger@3<");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample --as pdf|--as: \"pdf\" is not one of markdown, csv, json, svg, png, stage-svg, stage-png, shiviz",
                "sample|--as",
                "lost-updat --as csv|lost-update",
                "sample --as csv --step 9|--step: 9; it must be from 0 to 4, the last step of sample",
                "sample --as csv --out no/such/x.csv|--out: no/such/x.csv cannot be written: there is no folder",
                "sample --as csv --out /|--out: / cannot be written: it is a folder",
                "no.yaml --as csv|no.yaml"
            })
    void whatIsWrongIsSaidInOneLine(String arguments, String words) {
        assertThat(sosad(arguments.split(" "))).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("sosad: ").contains(words).hasLineCount(1);
    }

    /** Whoever has the old file open or linked still has all of it. */
    @Test
    void aFileIsReplacedAndNotWrittenOver() throws IOException {
        Path file = Files.writeString(folder.resolve("run.png"), "good");
        Path link = Files.createLink(folder.resolve("link"), file);
        assertThat(sosad("sample", "--as", "png", "--out", file.toString())).isZero();
        assertThat(Files.readAllBytes(file)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(link).hasContent("good");
    }

    @Test
    void whatCannotBeExportedLeavesAGoodFileAsItIs() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), "good");
        Path bad = Files.writeString(folder.resolve("bad.yaml"), "scenario: x\n");
        assertThat(sosad(bad.toString(), "--as", "csv", "--out", good.toString()))
                .isEqualTo(2);
        assertThat(good).hasContent("good");
        assertThat(files()).containsExactly("bad.yaml", "good.csv");
    }
}
