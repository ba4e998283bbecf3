package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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

/** Options of the gateway that are wrong, alone or together: one line and exit code 2. */
@Timeout(60)
@Tag("locale")
class GatewayCommandTest {
    private final StringWriter err = new StringWriter();

    private int gateway(String arguments) {
        CommandLine line = Main.commandLine().setErr(new PrintWriter(err, true));
        return line.execute(("gateway " + arguments).strip().split(" "));
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
                "--port 7100|Missing required option: '--backend",
                "--backend A=here|is not an address",
                "--backend A=h:1 --backend A=h:2|--backend: each has a name and an address of its own",
                "--backend A=127.0.0.1:1 --backend B=127.0.0.1:1|--backend: each has a name and an address of its own",
                "--backend A=127.0.0.1:1 --balancing fair|not one of round-robin, least-busy, by-key",
                "--backend A=127.0.0.1:1 --writes 2|2 writes with 1 backends",
                "--backend A=127.0.0.1:1 --writes 0|0 writes with 1 backends",
                "--backend A=127.0.0.1:1 --deadline 0|a deadline of 0 ms",
                "--backend A=127.0.0.1:1 --cache-ttl 5|--cache-ttl without --cache-size",
                "--backend A=127.0.0.1:1 --cache-size 5 --reads newest|contradict a cache",
                "--backend A=127.0.0.1:1 --cache-size 0|a cache of 0 entries",
                "--backend A=127.0.0.1:1 --cache-size 5 --cache-ttl 0|a time to live of 0 ms",
                "--backend A=127.0.0.1:1 --port 70000|--port is from 0 to 65535",
                "--backend A=127.0.0.1:1 --nonsense|Unknown option: '--nonsense'",
                "--backend A=127.0.0.1:1 --secret-file /no/such/file|--secret-file /no/such/file cannot be read: there is no such file"
            })
    void wrongOptionsAreNamedInOneLine(String arguments, String words) {
        assertThat(gateway(arguments)).isEqualTo(2);
        assertOneLine(words);
    }

    @Test
    void listeningToOthersNeedsASecret() {
        assumeTrue(System.getenv("SOSAD_SECRET") == null);
        assertThat(gateway("--backend A=127.0.0.1:1 --bind 0.0.0.0")).isEqualTo(2);
        assertOneLine("--bind 0.0.0.0 lets other machines in: that needs a secret");
    }

    @Test
    void aSecretThatClientsMustSendIsNotShortOnLoopbackEither(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "fifteen letters");
        assertThat(gateway("--backend A=127.0.0.1:1 --secret-file " + file)).isEqualTo(2);
        assertOneLine("that needs a secret of at least 16 characters, and this one has 15");
    }

    @Test
    void anEmptySecretIsNone(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "\nsecond line");
        assertThat(gateway("--backend A=127.0.0.1:1 --secret-file " + file)).isEqualTo(2);
        assertOneLine("its first line holds no secret");
    }

    @Test
    void anAddressInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(gateway("--backend A=127.0.0.1:1 --port " + taken.getLocalPort()))
                    .isEqualTo(2);
            assertOneLine("127.0.0.1:" + taken.getLocalPort() + " cannot be used: ");
        }
    }
}
