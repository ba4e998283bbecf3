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
import picocli.CommandLine;

@Timeout(60)
@Tag("locale")
class CompareCommandTest {
    private static final List<String> SMALL = List.of(
            "compare",
            "--nodes",
            "3",
            "--keys",
            "9",
            "--writes-per-second",
            "100",
            "--for",
            "300ms",
            "--content",
            "per-key,remote-now");

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    private int status;

    /** Returns what is printed. */
    private String sosad(List<String> words) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        status = Main.run(line, words.toArray(String[]::new));
        return out.toString();
    }

    private String compare(String... more) {
        List<String> words = new ArrayList<>(SMALL);
        words.addAll(List.of(more));
        return sosad(words);
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theSameSeedPrintsTheSame() {
        String once = compare("--seed", "3");

        assertThat(status).isZero();
        assertThat(once)
                .contains("| per-key ", "| remote-now ", "*ghost:* Merkle tree")
                .doesNotContain("rolling");
        assertThat(compare("--seed", "3")).isEqualTo(once);
        assertThat(err.toString()).contains("%: per-key");
    }

    @Test
    void seedsThatAreSharedOutAreMergedToTheBytesOfOneRun() throws IOException {
        String whole = compare("--seeds", "1..3", "--out", file("whole.json"));
        compare("--seeds", "1..2", "--out", file("a.json"));
        compare("--seeds", "3..3", "--out", file("b.json"));

        String merged = sosad(List.of("merge", file("b.json"), file("a.json"), "--out", file("merged.json")));

        assertThat(merged).isEqualTo(whole).contains(" ± ");
        assertThat(folder.resolve("merged.json")).hasSameBinaryContentAs(folder.resolve("whole.json"));
    }

    @Test
    void reportsAreWrittenInEveryForm() throws IOException {
        String printed = compare(
                "--report",
                "html",
                file("x.html"),
                "--report",
                "json",
                file("x.json"),
                "--report",
                "markdown",
                file("x.md"));

        assertThat(status).isZero();
        assertThat(Files.readString(folder.resolve("x.html"))).contains("</html>");
        assertThat(Files.readString(folder.resolve("x.json"))).contains("\"timesLeast\"");
        assertThat(Files.readString(folder.resolve("x.md"))).isEqualTo(printed);
    }

    @Test
    void aReportThatCannotBeWrittenIsRefusedBeforeAnythingRuns() {
        String printed = compare("--report", "html", file("no/such/x.html"));

        assertThat(status).isEqualTo(4);
        assertThat(printed).isEmpty();
        assertThat(err.toString()).hasLineCount(1).contains("cannot be written: there is no folder");
    }

    @Test
    void operationsSayHowLongClientsWrite() {
        List<String> words = new ArrayList<>(SMALL.subList(0, SMALL.indexOf("--for")));
        words.addAll(List.of("--operations", "100", "--content", "full"));

        assertThat(sosad(words)).contains("for 500ms of simulated time", ": 50 writes, 50 reads");
    }
}
