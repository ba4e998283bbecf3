package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import sosad.app.scenario.BundledScenarios;
import sosad.process.ProgramVersion;

/** What the command line refuses, or answers without a node: before anything is started. */
@Timeout(60)
@Tag("locale")
class CommandLineTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int sosad(String arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.run(line, arguments.split(" "));
    }

    private void assertRefused(String arguments, String words) {
        assertThat(sosad(arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("sosad: ").contains(words).hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|there is no bundled scenario \"nonsense\"",
                "lost-updat|lost-update",
                "gui lost-updat|lost-update",
                "--nonsense|--nonsense",
                "gui --api lost-update|is no port; to open it with the API on a free port, write: gui lost-update --api",
                "run|run needs a scenario's FILE or NAME, or --live PLAN",
                "run lost-updat|lost-update",
                "run sample --format xml|--format: \"xml\" is not one of",
                "run sample --until kye|--until: unknown word \"kye\"; did you mean \"key\"?",
                "run --live chaos --until write|--until stops a scenario",
                "run --live caos|did you mean \"chaos\"?",
                "run --live chaos sample|--live takes the place of a scenario; leave \"sample\" out",
                "run --live chaos --nodes 99|99 nodes",
                "run --live chaos --nodes 1|chaos.yaml:18:11: one link needs 2 nodes or more",
                "run --live chaos --for soon|\"soon\" is not a time",
                "run --live chaos --store paper|\"paper\" is not one of",
                "run --live chaos --format csv|--format: \"csv\" is not one of",
                "run --live chaos --shrink no/such/x.yaml|--shrink: no/such/x.yaml cannot be written: there is no folder",
                "compare --nodes 1|1 nodes; there must be 2 to 26",
                "compare --loss 2|a loss of 2.0; it must be from 0 to 0.9",
                "compare --for 1s --operations 100|--for and --operations exclude each other",
                "compare --seed 1 --seeds 1..2|--seed and --seeds exclude each other",
                "compare --operations 1|--operations: 1; it must be from 2 to 2,000,000",
                "compare --content nonsense|\"nonsense\" is not one of",
                "compare --measure --writes-per-second 5000|--measure: 5,000 writes per second",
                "compare --plan caos|did you mean \"chaos\"?",
                "compare --report pdf x|--report: \"pdf\" is not one of",
                "run --live chaos --shrink /|--shrink: / cannot be written: it is a folder",
                "run --live chaos --shrink x.yaml --seeds 1..3|--shrink goes with --seed, not with --seeds",
                "run sample --shrink x.yaml|Missing required argument",
                "run --live chaos --seeds 3..1|seeds 3..1 are reversed; write 1..3",
                "run --live chaos --seeds 1..3 --seed 7|--seed and --seeds exclude each other",
                "run --live chaos --seeds 1..3 --shrink|--shrink goes with --seed, not with --seeds",
                "run --live chaos --seeds 1..3 --format json|--format goes with one seed",
                "run --live chaos --out x.json|--out and --report need --live and --seeds",
                "run sample --out x.json|--out and --report need --live and --seeds",
                "check --seeds 3..1|seeds 3..1 are reversed; write 1..3",
                "check --seeds 1..3 --seed 7|--seed and --seeds exclude each other",
                "check --seeds 1..3 --baseline x.json|--baseline goes with one seed",
                "check --seeds 1..3 --log x.edn|--log goes with one seed",
                "check --only 1.1 --log x.txt|x.txt: a log of operations ends with .edn or .jsonl",
                "check --only 1.1 --log no/such/x.edn|no/such/x.edn cannot be written",
                "check --out x.json|--out needs --seeds",
                "bench faults --seeds 3..1|seeds 3..1 are reversed; write 1..3",
                "bench faults --report html x|--report: \"html\" is not one of markdown",
                "serve --port 70000|sosad: port 70000",
                "serve --port -1|sosad: port -1"
            })
    void whatIsWrongIsNamedInOneLine(String arguments, String words) {
        assertRefused(arguments, words);
    }

    @Test
    void aPlanThatNamesNoNodeOfTheClusterIsRefusedWithItsPlace(@TempDir Path folder) throws IOException {
        Path plan = Files.writeString(
                folder.resolve("plan.yaml"), "plan: a test\nfaults:\n  - {at: 1 s, pick: Z, do: kill}\n");
        assertRefused("run --live " + plan, plan + ":3:");
    }

    @Test
    void aPortThatIsTakenIsRefused() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused("serve --port " + port, "sosad: port " + port);
        }
    }

    @Test
    void theHelpSaysHowTheProgramIsUsedOnce() {
        assertThat(sosad("--help")).isZero();
        assertThat(out.toString()).containsOnlyOnce("Usage: ").contains("\nUsage: sosad [--api[=PORT]] [FILE|NAME]");
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(sosad("--version")).isZero();
        assertThat(out.toString().strip()).isEqualTo("SOSAD Lab " + ProgramVersion.NUMBER);
    }

    @Test
    void theListNamesEveryLesson() {
        assertThat(sosad("list")).isZero();
        assertThat(out.toString().lines()).hasSameSizeAs(BundledScenarios.names());
    }
}
