package sosad.node.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.node.TestPort;

/** The packaged program as people run it without the app. */
@Timeout(120)
class DaemonIT {
    private final String port;
    private final int clientPort;

    DaemonIT() {
        clientPort = TestPort.next();
        port = Integer.toString(clientPort);
    }

    @Test
    void sigtermDuringWritesExits0AndKeepsAllThatWasAcknowledged(@TempDir Path folder) throws Exception {
        String[] options = {"--id", "A", "--client-port", port, "--store", "disk", "--data", folder.toString()};
        int acknowledged = 0;
        try (Daemon node = Daemon.start(options).awaitUp();
                LineConnection client = new LineConnection(clientPort)) {
            String reply = client.ask("SET k0 v");
            while (reply != null) {
                assertThat(reply).isEqualTo("+OK");
                acknowledged++;
                if (acknowledged == 50) {
                    node.terminate();
                }
                reply = askUntilTheEnd(client, "SET k" + acknowledged + " v");
            }
            assertThat(node.awaitExit()).isZero();
        }
        assertThat(acknowledged).isGreaterThanOrEqualTo(50);
        try (Daemon back = Daemon.start(options).awaitUp()) {
            try (LineConnection client = new LineConnection(clientPort)) {
                for (int i = 0; i < acknowledged; i++) {
                    assertThat(client.get("k" + i)).as("k" + i).isEqualTo("v");
                }
            }
            assertThat(back.end()).isZero();
        }
    }

    /** Null if the node is gone, however it shows. */
    private static String askUntilTheEnd(LineConnection client, String request) {
        try {
            return client.ask(request);
        } catch (IOException e) {
            return null;
        }
    }

    @Test
    void programsSteerItWhoKnowTheSecretAndEachIsToldEverything() throws Exception {
        int control = TestPort.next();
        try (Daemon node = Daemon.start("--id", "A", "--client-port", port, "--control-port", control + "", "--manual")
                        .awaitUp();
                LineConnection stranger = new LineConnection(control);
                LineConnection one = new LineConnection(control);
                LineConnection two = new LineConnection(control);
                LineConnection client = new LineConnection(clientPort)) {
            assertThat(stranger.ask("{\"prove\":\"a wrong secret, a wrong one\"}"))
                    .isNull();
            String proof = "{\"prove\":\"" + Daemon.SECRET + "\"}";
            assertThat(one.ask(proof))
                    .startsWith("{\"report\":\"ready\",\"seq\":1,")
                    .contains("\"node\":\"A\"");
            assertThat(two.ask(proof)).startsWith("{\"report\":\"ready\",\"seq\":1,");
            assertThat(one.ask("{\"do\":\"set-time\",\"id\":7,\"time\":5}"))
                    .isEqualTo("{\"report\":\"done\",\"seq\":2,\"re\":7,\"sent\":[]}");
            assertThat(client.ask("SET waffle yoda")).isEqualTo("+OK");
            assertThat(one.hear())
                    .startsWith("{\"report\":\"wrote\",\"seq\":3,")
                    .contains("\"at\":5");
            assertThat(two.hear())
                    .startsWith("{\"report\":\"wrote\",\"seq\":2,")
                    .contains("\"at\":5");
            assertThat(two.ask("{\"do\":\"watch\",\"id\":1,\"events\":false}")).contains("\"done\"");
            assertThat(client.ask("SET waffle luke")).isEqualTo("+OK");
            assertThat(one.hear()).contains("\"wrote\"", "luke");
            assertThat(two.ask("{\"do\":\"stop\",\"id\":2}")).contains("\"done\"", "\"re\":2");
            assertThat(node.awaitExit()).isZero();
        }
    }

    @Test
    void prometheusGetsWhatInfoTells() throws Exception {
        int metrics = TestPort.next();
        try (Daemon node = Daemon.start(
                        "--id", "A", "--client-port", port, "--metrics-port", metrics + "", "--peer", "B=127.0.0.1:1")
                .awaitUp()) {
            Map<String, Double> page;
            try (LineConnection client = new LineConnection(clientPort)) {
                client.ask("SET k v");
                client.ask("DEL k");
                client.ask("GET k");
                page = page(metrics);
            }
            assertThat(page)
                    .containsEntry("sosad_entries", 1.0)
                    .containsEntry("sosad_tombstones", 1.0)
                    .containsEntry("sosad_commands_total", 3.0)
                    .containsEntry("sosad_keyspace_misses_total", 1.0)
                    .containsEntry("sosad_connected_clients", 1.0)
                    .containsEntry("sosad_refused_frames_total", 0.0)
                    .containsEntry("sosad_peer_now{peer=\"B\"}", 1.0)
                    .containsEntry("sosad_peer_link_up{peer=\"B\"}", 0.0)
                    .containsEntry("sosad_peer_owed_pushes{peer=\"B\"}", 1.0)
                    .containsEntry("sosad_sent_messages_total{kind=\"push\",peer=\"B\"}", 0.0);
            assertThat(page.get("sosad_clock")).isPositive();
            assertThat(node.end()).isZero();
        }
    }

    /** The samples of the page; every other line must be one about a metric. */
    static Map<String, Double> page(int port) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/plain; version=0.0.4"));
        Map<String, Double> samples = new TreeMap<>();
        response.body().lines().forEach(line -> {
            if (!line.startsWith("# HELP sosad_") && !line.startsWith("# TYPE sosad_")) {
                int blank = line.lastIndexOf(' ');
                samples.put(line.substring(0, blank), Double.valueOf(line.substring(blank + 1)));
            }
        });
        return samples;
    }

    @Test
    void withoutAMetricsPortNothingOfPrometheusIsLoaded(@TempDir Path folder) throws Exception {
        Path loaded = folder.resolve("loaded");
        List<String> javaOptions = List.of("-Xlog:class+load:file=" + loaded);
        try (Daemon node = Daemon.start(javaOptions, "--id", "A").awaitUp()) {
            assertThat(node.end()).isZero();
        }
        assertThat(loaded).content().contains("sosad.node.main.NodePorts").doesNotContain("io.prometheus");
    }

    @Test
    void aNodeThatOthersCanReachAsksItsClientsForTheSecret() throws Exception {
        try (Daemon node = Daemon.start("--id", "A", "--bind", "0.0.0.0", "--client-port", port)
                .awaitUp()) {
            try (LineConnection client = new LineConnection(clientPort)) {
                assertThat(client.ask("GET k")).startsWith("-NOAUTH");
                assertThat(client.ask("AUTH nonsense")).startsWith("-WRONGPASS");
                assertThat(client.ask("AUTH \"" + Daemon.SECRET + "\"")).isEqualTo("+OK");
                assertThat(client.get("k")).isNull();
            }
            assertThat(node.end()).isZero();
        }
    }

    /** The other ports: {@link NodeProcessTest}. */
    @Test
    void anAddressInUseIsOneLineAndExitCode2() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Daemon node = Daemon.start("--id", "A", "--client-port", taken.getLocalPort() + "")) {
            assertThat(node.awaitLog(""))
                    .contains(String.format(
                            Locale.ROOT, "the client port 127.0.0.1:%d cannot be used: ", taken.getLocalPort()));
            assertThat(node.awaitExit()).isEqualTo(2);
        }
    }
}
