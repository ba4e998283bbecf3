package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import sosad.process.ProgramVersion;

/** Options of a node that are wrong, alone or together: one line and exit code 2, before anything is opened. */
@Timeout(60)
@Tag("locale")
class NodeCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int node(String arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return line.execute(("node " + arguments).strip().split(" "));
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        assertThat(Main.commandLine().setOut(new PrintWriter(out, true)).execute("--version"))
                .isZero();
        assertThat(out.toString().strip()).isEqualTo("SOSAD Lab " + ProgramVersion.NUMBER);
    }

    @Test
    void theLastLinesOfHelpAreWhole() {
        assertThat(node("--help")).isZero();
        assertThat(out.toString().strip())
                .endsWith(String.format(
                        Locale.ROOT,
                        "%n%nThree nodes and a gateway: README.md.%n" + "Control programs: docs/control-protocol.md."));
        assertThat(out.toString())
                .contains("secret that all nodes of a cluster and the programs that steer them share.");
    }

    private void assertOneLine(String words) {
        assertThat(err.toString())
                .startsWith("sosad-node: ")
                .contains(words)
                .doesNotContain("Exception")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--client-port 7001|Missing required option: '--id",
                "--id A --nonsense|Unknown option: '--nonsense'",
                "--id A! |is not a node name",
                "--id A --peer B=here|is not an address",
                "--id A --peer A=h:1|--peer names the node itself",
                "--id A --peer B=h:1 --peer B=h:2|--peer: each has a name and an address of its own",
                "--id A --peer B=h:1 --peer C=h:1|--peer: each has a name and an address of its own",
                "--id A --client-port 70000|70000 is not a client port",
                "--id A --metrics-port -1|-1 is not a metrics port",
                "--id A --client-port 7001 --peer-port 7001|port 7001 is given twice",
                "--id A --bind no.such.host.invalid|--bind: the host no.such.host.invalid is unknown",
                "--id A --manual --skew 5|--manual and --skew contradict each other",
                "--id A --push-interval 0|a push interval of 0 ms",
                "--id A --skew 3600001|a skew of 3600001 ms; it must be from -3600000 to 3600000",
                "--id A --skew -9223372036854775808|a skew of -9223372036854775808 ms",
                "--id A --clock-origin -1000000000000000|a clock origin of -1000000000000000 ms; it must be from 0 to",
                "--id A --clock-origin -9223372036854775808|a clock origin of -9223372036854775808 ms; it must be from 0",
                "--id A --clock-origin 4102444800000|later than this machine's clock; at most an hour is allowed",
                "--id A --start-time 2000000000000001|a start time of 2000000000000001; it must be",
                "--id A --content per-key --timestamps newest|per-key",
                "--id A --parent|--parent without --control",
                "--id A --wipe|--data, --fsync and --wipe are for --store disk",
                "--id A --store disk|--store disk needs --data DIR",
                "--id A --store-id 0|--store-id is from 1 to 9007199254740992, not 0",
                "--id A --store-id 9007199254740993|--store-id is from 1 to 9007199254740992",
                "--id A --max-key 0|--max-key is from 1 to 1024",
                "--id A --max-clients 0|at least 1 client must",
                "--id A --log-level loud|not one of error, warn, info, debug",
                "--id A --secret-file /no/such/file|--secret-file /no/such/file cannot be read: there is no such file"
            })
    void wrongOptionsAreNamedInOneLine(String arguments, String words) {
        assertThat(node(arguments)).isEqualTo(2);
        assertOneLine(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bind 0.0.0.0|--bind 0.0.0.0 lets other machines in: that needs a secret of at least 16",
                "--control-port 0|--control-port lets other programs steer the node: that needs a secret of at least 16"
            })
    void whatLetsOthersInNeedsAGoodSecret(String option, String words, @TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "fifteen letters");
        assertThat(node("--id A --secret-file " + file + " " + option)).isEqualTo(2);
        assertOneLine(words);
    }

    @Test
    void morePeersThanANodeCanHaveAreRefused() {
        StringBuilder peers = new StringBuilder("--id A");
        for (int i = 0; i < 65; i++) {
            peers.append(" --peer n").append(i).append("=h:").append(1_000 + i);
        }
        assertThat(node(peers.toString())).isEqualTo(2);
        assertOneLine("a node has at most 64 peers, not 65");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(node("--help")).isZero();
        Main.commandLine()
                .getSubcommands()
                .get("node")
                .getCommandSpec()
                .options()
                .forEach(option -> assertThat(out.toString()).contains(option.longestName()));
        assertThat(out.toString()).contains("SOSAD_SECRET", "SIGTERM", "docs/control-protocol.md");
    }
}
