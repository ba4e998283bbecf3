package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands {@code simulate} and {@code merge}. */
@Timeout(60)
@Tag("locale")
class SimulateCommandTest {
    @TempDir
    private Path folder;

    private StringWriter out;
    private StringWriter err;

    /** Runs with the words of {@code command} and then with {@code more}, which may have blanks in them. */
    private int sosad(String command, String... more) {
        out = new StringWriter();
        err = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
        arguments.addAll(List.of(more));
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.run(line, arguments.toArray(String[]::new));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "simulate --nodes 1|1 nodes; it must be from 2 to 1,000",
                "simulate --nodes 1001|1,001 nodes; it must be from 2 to 1,000",
                "simulate --nodes 8,4|4 nodes after 8; they must be in ascending order",
                "simulate --nodes many|--nodes",
                "simulate --entries 0|0 entries; it must be from 1 to 1,000,000",
                "simulate --loss 1.0|a loss of 1; it must be from 0 to 0.9",
                "simulate --loss -0.1|a loss of -0.1; it must be from 0 to 0.9",
                "simulate --loss NaN|a loss of NaN; it must be from 0 to 0.9",
                "simulate --fanout 0|a fanout of 0; it must be from 1 to 999",
                "simulate --topology star|\"star\" is not one of all, ring, random-k",
                "simulate --content average|\"average\" is not one of remote-now, remote-prev, full, per-key",
                "simulate --seeds 20..1|seeds 20..1 are reversed; write 1..20",
                "simulate --seeds x|seeds \"x\"; write them as in 1..20",
                "simulate -k 2|-k needs --rumours",
                "simulate --entries 1000001|1,000,001 entries; it must be from 1 to 1,000,000",
                "simulate --report pdf x|--report: \"pdf\" is not one of markdown, html, json",
                "simulate --rumours gossip|\"gossip\" is not one of feedback-counter, blind-coin",
                "simulate --rumours blind-coin --loss 0.1|--loss does not go with --rumours: nothing is lost",
                "simulate --rumours blind-coin --topology ring|--topology does not go with --rumours",
                "simulate --rumours blind-coin -k 0..3|k 0..3; it must be from 1 to 100",
                "merge nothing.json|nothing.json: there is no such file"
            })
    void whatIsWrongIsNamedInOneLine(String arguments, String words) {
        assertThat(sosad(arguments)).isEqualTo(Main.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("sosad: ").contains(words).hasLineCount(1);
    }

    @Test
    void aFileThatCannotBeWrittenIsRefusedBeforeAnythingRuns() {
        assertThat(sosad("simulate --out", path("no/x.json"))).isEqualTo(Main.OUTPUT_LOST);
        assertThat(err.toString())
                .contains("cannot be written: there is no folder")
                .hasLineCount(1);
        assertThat(sosad("simulate --report html", folder.toString())).isEqualTo(Main.OUTPUT_LOST);
        assertThat(err.toString()).contains("it is a folder").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --nodes 4,9 --entries 40 --loss 0.3",
                "simulate --nodes 12 --topology ring --fanout 3 --content remote-now",
                "simulate --nodes 30 --rumours feedback-counter -k 1..2",
                "simulate --nodes 30 --rumours blind-coin"
            })
    void mergedPartsAreInEveryByteWhatOneRunGives(String command) throws IOException {
        String format = command.contains("ring") ? "json" : "html";
        assertThat(sosad(command + " --seeds 1..9 --out", path("x.json"), "--report", format, path("x.txt")))
                .isZero();
        String printed = out.toString();
        assertThat(err.toString()).contains("9 of 9 seeds");
        for (String part : List.of("1..2", "8..9", "3", "4..7")) {
            assertThat(sosad(command + " --seeds " + part + " --out", path(part + ".json")))
                    .isZero();
        }
        assertThat(sosad(
                        "merge",
                        path("8..9.json"),
                        path("1..2.json"),
                        path("4..7.json"),
                        path("3.json"),
                        "--out",
                        path("merged.json"),
                        "--report",
                        format,
                        path("merged.txt")))
                .isZero();
        assertThat(out.toString()).isEqualTo(printed);
        assertThat(folder.resolve("merged.json")).hasSameBinaryContentAs(folder.resolve("x.json"));
        assertThat(folder.resolve("merged.txt")).hasSameBinaryContentAs(folder.resolve("x.txt"));
    }

    @Test
    void partsOfDifferentSweepsAreRefusedInOneLine() {
        sosad("simulate --nodes 4 --seeds 1 --out", path("one.json"));
        sosad("simulate --nodes 4 --seeds 2 --loss 0.1 --out", path("two.json"));
        assertThat(sosad("merge", path("one.json"), path("two.json"))).isEqualTo(Main.USAGE);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString())
                .contains("are not of one sweep: loss is 0.05 and 0.1")
                .hasLineCount(1);
    }

    @Test
    void resultsOfAnotherFormAreRefusedInOneLine() throws IOException {
        Path odd = Files.writeString(
                folder.resolve("odd.json"),
                "{\"sweep\":\"simulate\",\"version\":\"1\",\"seeds\":\"1\",\"settings\":{},\"runs\":[{\"seed\":1,\"result\":3}]}");
        assertThat(sosad("merge", odd.toString())).isEqualTo(Main.USAGE);
        assertThat(err.toString())
                .contains("its settings are not those of simulate")
                .hasLineCount(1);
    }
}
