package sosad.app.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import sosad.app.check.Check;
import sosad.app.check.suite.CheckCatalogue;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedServer;

/** The command {@code check}: what it refuses, and what it says of servers of the Redis protocol. */
@Timeout(60)
@Tag("locale")
class CheckCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Optional<SabotagedServer> server = Optional.empty();

    @TempDir
    private Path folder;

    private int sosad(String arguments) {
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.run(line, arguments.split(" "));
    }

    private String against(Sabotage sabotage) {
        server = Optional.of(SabotagedServer.start(sabotage));
        return " --against " + server.get().address().orElseThrow();
    }

    @AfterEach
    void close() {
        server.ifPresent(SabotagedServer::close);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only 4.99|there is no check 4.99; \"check --list\" prints all",
                "--only eleven|\"eleven\" is not the number of a check, such as 4 or 4.3",
                "--only 11|check 11: the kinds of checks are 1 to 10",
                "--for 1s|checks for 1 s; they must take 5 s to 1,440 min",
                "--nodes 27|27 nodes; there must be 1 to 26",
                "--gateways 5|5 gateways; there must be 0 to 4",
                "--content most|\"most\" is not one of",
                "--against 127.0.0.1:1 --nodes 3|--against checks servers that are there",
                "--against 127.0.0.1:1 --store disk|--against checks servers that are there",
                "--against 127.0.0.1:1 --gateways 0|--against checks servers that are there",
                "--against 127.0.0.1:1 --content full|--against checks servers that are there",
                "--against localhost|\"localhost\" is not an address: HOST:PORT",
                "--against 127.0.0.1:1,127.0.0.1:1|a server is named twice",
                "--auth-file x|--auth-file is for the servers of --against",
                "--against 127.0.0.1:1 --auth-file no/such|--auth-file no/such: there is no such file",
                "--report xml x|--report: \"xml\" is not one of html, json, junit, markdown",
                "--report html|requires at least 2 values",
                "--report html no/such/x.html|no/such/x.html cannot be written: there is no folder",
                "--report html /|cannot be written: it is a folder",
                "--baseline no/such|no/such: there is no such file"
            })
    void whatIsWrongIsNamedInOneLineBeforeAnythingIsStarted(String arguments, String words) {
        assertThat(sosad("check " + arguments)).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("sosad: ").contains(words).hasLineCount(1);
    }

    @Test
    void twoReportsInOneFileAreRefused() {
        Path file = folder.resolve("x");

        assertThat(sosad("check --report html " + file + " --report json " + file))
                .isEqualTo(2);
        assertThat(err.toString()).contains("is named twice");
        assertThat(file).doesNotExist();
    }

    @Test
    void theListNamesEveryCheckNumberFirst() {
        assertThat(sosad("check --list")).isZero();
        assertThat(out.toString()).hasLineCount(CheckCatalogue.all().size());
        assertThat(out.toString().lines())
                .allSatisfy(line -> assertThat(line).matches("[0-9]+(\\.[0-9]+)? +[A-Z].*[?.]"));
        assertThat(CheckCatalogue.all().stream().map(Check::number).toList())
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void aServerThatIsNotThereIsNamed() {
        assertThat(sosad("check --against 127.0.0.1:1")).isEqualTo(3);
        assertThat(err.toString()).isEqualTo("sosad: 127.0.0.1:1: nothing listens there\n");
    }

    @Test
    void aServerOfAnotherProtocolIsNamed() throws Exception {
        try (ServerSocket web = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread serving = new Thread(() -> {
                try (Socket client = web.accept()) {
                    client.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            serving.start();

            assertThat(sosad("check --against 127.0.0.1:" + web.getLocalPort())).isEqualTo(3);
            assertThat(err.toString())
                    .contains("is no server of the Redis protocol")
                    .hasLineCount(1);
            serving.join();
        }
    }

    @Test
    void aServerThatWantsAPasswordIsNamedWithWhatToDo() {
        String system =
                against(Sabotage.replyingTo("PING", honest -> Optional.of("-NOAUTH Authentication required.\r\n")));

        assertThat(sosad("check" + system)).isEqualTo(3);
        assertThat(err.toString()).contains("wants a password: put it into a file, and name that with --auth-file");
    }

    @Test
    void aPasswordThatIsRefusedIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "secret\n");
        String system = against(Sabotage.NONE);

        assertThat(sosad("check" + system + " --auth-file " + file)).isEqualTo(3);
        assertThat(err.toString())
                .contains("refuses the password: ERR not here")
                .doesNotContain("secret");
    }

    @Test
    void whatHoldsEndsWith0AndWritesTheReports() {
        Path html = folder.resolve("r.html");
        Path xml = folder.resolve("r.xml");

        int status =
                sosad("check --only 4.5,4.6 --report html " + html + " --report junit " + xml + against(Sabotage.NONE));

        assertThat(status).as(err.toString()).isZero();
        assertThat(out.toString()).contains("4.5   held", "4.6   held", "2 held, 0 failed; took ");
        assertThat(html).content().contains("Requests without keys");
        assertThat(xml).content().contains("tests=\"2\" failures=\"0\"");
        assertThat(folder).isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void whatFailsEndsWith1AndNamesTheOneCommandThatRepeatsIt() {
        String system = against(Sabotage.replyingTo("SET", honest -> Optional.of("+OK\r\n")));

        assertThat(sosad("check --only 4.6 --seed 11 --for 20s" + system)).isEqualTo(1);
        assertThat(out.toString())
                .contains("4.6   failed", "\n1 failed; took ")
                .contains("  again: sosad check --only 4.6" + system + " --seed 11 --for 20s");
    }

    @Test
    void aReportThatWasGoodIsNotReplacedIfNothingRan() throws IOException {
        Path file = Files.writeString(folder.resolve("r.json"), "good");

        assertThat(sosad("check --report json " + file + " --against 127.0.0.1:1"))
                .isEqualTo(3);
        assertThat(file).hasContent("good");
    }

    @Test
    void aFailureThatTheBaselineHasIsAcceptedAndOneThatHeldThereIsNot() throws IOException {
        Sabotage forgetful = Sabotage.replyingTo("SET", honest -> Optional.of("+OK\r\n"));
        Path failed = folder.resolve("failed.json");
        Path held = folder.resolve("held.json");
        assertThat(sosad("check --only 4.6 --report json " + held + against(Sabotage.NONE)))
                .isZero();
        assertThat(sosad("check --only 4.6 --report json " + failed + against(forgetful)))
                .isEqualTo(1);

        assertThat(sosad("check --only 4.6 --baseline " + failed + against(forgetful)))
                .isZero();
        assertThat(out.toString()).contains("accepted: it did not hold in the baseline");
        assertThat(sosad("check --only 4.6 --baseline " + held + against(forgetful)))
                .isEqualTo(1);
    }
}
