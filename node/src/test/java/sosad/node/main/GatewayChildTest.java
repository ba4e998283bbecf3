package sosad.node.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.Address;
import sosad.message.Command;
import sosad.message.GatewayLaunch;
import sosad.message.Report;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;
import sosad.wire.MalformedException;

/** A gateway steered by an app, which is played by this test; so is the node behind it. */
@Timeout(60)
class GatewayChildTest {
    private static final NodeId A = new NodeId("A");
    private static final Map<String, String> REPLIES =
            Map.of("PING", "+PONG\r\n", "SET", "+OK\r\n", "INFO", "$0\r\n\r\n");

    private final ServerSocket app = listen();
    private final ServerSocket node = listen();
    private CompletableFuture<Integer> exit;
    private Socket control;
    private BufferedReader reports;
    private Report.Ready ready;

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Address address(ServerSocket socket) {
        return new Address("127.0.0.1", socket.getLocalPort());
    }

    @BeforeEach
    void start() throws Exception {
        inBackground(this::serveAsNode);
        GatewayLaunch launch = new GatewayLaunch(new NodeId("G1"), 0, Map.of(), Limits.DEFAULT, address(app), "s3cret");
        exit = CompletableFuture.supplyAsync(() -> new GatewayChild(launch).run());
        control = app.accept();
        reports = new BufferedReader(new InputStreamReader(control.getInputStream(), UTF_8));
        ready = (Report.Ready) report();
    }

    @AfterEach
    void stop() throws IOException {
        control.close();
        app.close();
        node.close();
        exit.join();
    }

    private static void inBackground(Runnable work) {
        Thread thread = new Thread(work, "node of the test");
        thread.setDaemon(true);
        thread.start();
    }

    /** Takes connections until its socket is closed. */
    private void serveAsNode() {
        try {
            while (true) {
                Socket gateway = node.accept();
                inBackground(() -> answer(gateway));
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private static void answer(Socket gateway) {
        try (gateway) {
            BufferedReader in = new BufferedReader(new InputStreamReader(gateway.getInputStream(), UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String reply = REPLIES.getOrDefault(line, "");
                gateway.getOutputStream().write(reply.getBytes(UTF_8));
            }
        } catch (IOException e) {
            // The gateway has gone.
        }
    }

    private Report report() throws IOException, MalformedException {
        return ControlCodec.report(reports.readLine().getBytes(UTF_8));
    }

    private <R extends Report> R next(Class<R> type) throws IOException, MalformedException {
        Report report = report();
        while (!type.isInstance(report)) {
            report = report();
        }
        return type.cast(report);
    }

    private void tell(Command command) throws IOException {
        control.getOutputStream().write(ControlCodec.encode(command));
        control.getOutputStream().write('\n');
    }

    private void backendUp() throws IOException, MalformedException {
        tell(new Command.SetBackend(1, A, address(node)));
        assertThat(next(Report.Done.class).re()).isEqualTo(1);
        Report.BackendChanged changed = next(Report.BackendChanged.class);
        assertThat(changed.backend()).isEqualTo(A);
        assertThat(changed.state()).isEqualTo(BackendState.UP);
    }

    @Test
    void itProvesItsSecretAndSaysWhereClientsConnect() throws IOException {
        assertThat(ready.seq()).isEqualTo(1);
        assertThat(ready.secret()).isEqualTo("s3cret");
        assertThat(ready.node()).isEqualTo(new NodeId("G1"));
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), ready.clientPort())) {
            assertThat(client.isConnected()).isTrue();
        }
    }

    @Test
    void aBackendThatItIsToldOfComesUpAndARequestIsReportedFromWhomAndToWhom() throws Exception {
        backendUp();
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), ready.clientPort())) {
            client.getOutputStream().write("SET k v\r\n".getBytes(UTF_8));
            assertThat(new String(client.getInputStream().readNBytes(5), UTF_8)).isEqualTo("+OK\r\n");
            Report.Given given = next(Report.Given.class);
            assertThat(given.client()).isEqualTo("127.0.0.1:" + client.getLocalPort());
            assertThat(given.key()).contains(new Key("k"));
            Report.Ended ended = next(Report.Ended.class);
            assertThat(ended.request()).isEqualTo(given.request());
            assertThat(ended.backend()).isEqualTo(A);
            assertThat(ended.as()).startsWith("127.0.0.1:");
            assertThat(ended.fate()).isEqualTo(RequestFate.ANSWERED);
        }
    }

    @Test
    void aBackendThatGoesIsReportedAndOneThatMovesIsFoundAgain() throws Exception {
        backendUp();
        ServerSocket nowhere = listen();
        nowhere.close();
        tell(new Command.SetBackend(2, A, address(nowhere)));
        assertThat(next(Report.BackendChanged.class).state()).isEqualTo(BackendState.DOWN);
        tell(new Command.SetBackend(3, A, address(node)));
        assertThat(next(Report.BackendChanged.class).state()).isEqualTo(BackendState.UP);
    }

    @Test
    void aPingIsAnsweredAndWhatANodeAloneCanDoIsRefused() throws Exception {
        tell(new Command.Read(4, 0, 0));
        assertThat(next(Report.Page.class).re()).isEqualTo(4);
        tell(new Command.SetTime(5, 7));
        assertThat(next(Report.Failed.class).reason()).isEqualTo("a gateway has no store and no peers");
    }

    @Test
    void itEndsWhenItIsToldTo() throws Exception {
        tell(new Command.Stop(6));
        assertThat(next(Report.Done.class).re()).isEqualTo(6);
        assertThat(exit).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(0);
    }

    @Test
    void itEndsWithinTwoSecondsOfTheAppsEnd() throws IOException {
        control.close();
        assertThat(exit).succeedsWithin(Duration.ofSeconds(2)).isEqualTo(0);
    }
}
