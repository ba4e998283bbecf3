package sosad.node.main;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Launch.Disk;
import sosad.message.Launch.Fsync;
import sosad.message.Live;
import sosad.message.Ports;
import sosad.message.Report;
import sosad.model.Limits;
import sosad.model.NodeId;
import sosad.node.client.ClientSettings;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules;
import sosad.wire.ControlCodec;

/** A node under load whose app dies, or that cannot end as it should, ends all the same. */
@Timeout(60)
class EndOfNodeTest {
    private static final int WRITERS = 8;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Fsync.class)
    void aNodeUnderWritesOnASlowDiskWhoseAppDiesHasEndedSoon(Fsync fsync) throws Exception {
        List<Socket> clients = new ArrayList<>();
        try (ServerSocket app = listen();
                ServerSocket peer = listen()) {
            NodeProcess node = new NodeProcess(launch(app, peer, fsync), ClientSettings.DEFAULT);
            CompletableFuture<Integer> exit = CompletableFuture.supplyAsync(node::run);
            try (Socket control = app.accept();
                    Socket link = peer.accept()) {
                BufferedReader reports = new BufferedReader(new InputStreamReader(control.getInputStream(), UTF_8));
                Report.Ready ready =
                        (Report.Ready) ControlCodec.report(reports.readLine().getBytes(UTF_8));
                for (int i = 0; i < WRITERS; i++) {
                    Socket client = new Socket(InetAddress.getLoopbackAddress(), ready.clientPort());
                    clients.add(client);
                    client.getOutputStream().write(writes(i).getBytes(UTF_8));
                }
                while (!reports.readLine().contains("\"wrote\"")) {
                    // The slow disk begins once the writes are under way.
                }
                control.getOutputStream()
                        .write("{\"do\":\"set-disk\",\"id\":1,\"delayMillis\":60000,\"state\":\"works\"}\n"
                                .getBytes(UTF_8));
                assertThat(link.getInputStream().read()).isNotNegative();
            }
            assertThat(exit.join()).isZero();
            assertThat(node.isLetGo()).isTrue();
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    private static String writes(int writer) {
        StringBuilder writes = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            writes.append("SET ").append(writer).append('k').append(i).append(" v\r\n");
        }
        return writes.toString();
    }

    private Launch launch(ServerSocket app, ServerSocket peer, Fsync fsync) {
        return new Launch(
                new NodeId("A"),
                Map.of(new NodeId("B"), address(peer)),
                Ports.ANY,
                Rules.DOCUMENT,
                Limits.DEFAULT,
                1,
                1,
                false,
                Optional.of(address(app)),
                true,
                "a secret",
                ReadMode.LOCAL,
                Optional.of(Live.since(0)),
                Optional.of(new Disk(folder.toString(), fsync, false)),
                Optional.empty());
    }

    private static ServerSocket listen() throws IOException {
        return new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    private static Address address(ServerSocket socket) {
        return new Address("127.0.0.1", socket.getLocalPort());
    }

    @Test
    void anEndThatHangsOrFailsIsOneOfAFailure() {
        CountDownLatch never = new CountDownLatch(1);
        assertThat(OnSignal.exitCode("node", Duration.ofMillis(1), () -> {
                    awaitFor(never);
                    return 0;
                }))
                .isEqualTo(1);
        assertThat(OnSignal.exitCode("node", Duration.ofSeconds(20), () -> {
                    throw new IllegalStateException("it is gone");
                }))
                .isEqualTo(1);
        assertThat(OnSignal.exitCode("node", Duration.ofSeconds(20), () -> 0)).isZero();
        never.countDown();
    }

    private static void awaitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
