package sosad.node.metrics;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Prometheus and others find at the port, on a real socket. */
@Timeout(60)
class MetricsPortTest {
    private static final String GET = "GET /metrics HTTP/1.1\r\nHost: here\r\nConnection: close\r\n\r\n";

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final List<Socket> sockets = new ArrayList<>();
    private int port = bind(Duration.ofMinutes(10));

    private int bind(Duration longest) {
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        Channel listener = MetricsPort.bind(loop, any, MetricsPortTest::page, longest)
                .syncUninterruptibly()
                .channel();
        return ((InetSocketAddress) listener.localAddress()).getPort();
    }

    private static MetricSnapshots page() {
        return MetricSnapshots.of(GaugeSnapshot.builder()
                .name("sosad_entries")
                .help("Entries held.")
                .dataPoint(GaugeDataPointSnapshot.builder().value(3).build())
                .build());
    }

    @AfterEach
    void close() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private Socket send(String request) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        sockets.add(socket);
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(request.getBytes(US_ASCII));
        return socket;
    }

    private String ask(String request) throws IOException {
        return new String(send(request).getInputStream().readAllBytes(), US_ASCII);
    }

    @Test
    void thePageIsAtItsPath() throws IOException {
        assertThat(ask(GET)).startsWith("HTTP/1.1 200 ").endsWith("sosad_entries 3.0\n");
        assertThat(ask(GET.replace("/metrics", "/")))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("at /metrics\n");
    }

    @Test
    void headTellsHowLongThePageIsWithoutSendingIt() throws IOException {
        String page = ask(GET);
        int length = page.length() - page.indexOf("\r\n\r\n") - 4;
        assertThat(ask(GET.replace("GET", "HEAD")))
                .startsWith("HTTP/1.1 200 ")
                .containsIgnoringCase("Content-length: " + length + "\r\n")
                .contains("text/plain")
                .endsWith("\r\n\r\n");
        assertThat(ask(GET.replace("GET /metrics", "HEAD /")))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("\r\n\r\n");
    }

    @Test
    void otherMethodsAreToldWhichThereAre() throws IOException {
        assertThat(ask(GET.replace("GET", "POST"))).startsWith("HTTP/1.1 405 ").contains("Allow: GET, HEAD\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "GET /metr",
                "GET /metrics HTTP/1.1\r\nHost: he",
                "POST /metrics HTTP/1.1\r\nContent-Length: 100\r\n\r\nhalf"
            })
    void requestsThatAreHalfSentHoldNobodyUp(String half) throws IOException {
        for (int i = 0; i < 200; i++) {
            send(half);
        }
        assertThat(ask(GET)).endsWith("sosad_entries 3.0\n"); // ten minutes before the silent ones are ended
    }

    @Test
    void aConnectionThatLastsTooLongIsEnded() throws IOException {
        port = bind(Duration.ofMillis(50));
        assertThat(ask("GET /metr")).isEmpty();
    }

    @Test
    void aRequestMayComeInPieces() throws IOException {
        Socket socket = send("GET /met");
        for (byte b : GET.substring("GET /met".length()).getBytes(US_ASCII)) {
            socket.getOutputStream().write(b);
        }
        assertThat(new String(socket.getInputStream().readAllBytes(), US_ASCII)).endsWith("sosad_entries 3.0\n");
        assertThat(ask("GET /metrics?a=b HTTP/1.0\n\n")).endsWith("sosad_entries 3.0\n");
    }

    @Test
    void whatIsNoRequestIsToldSo() throws IOException {
        assertThat(ask("PING\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("\r\n\r\n")).startsWith("HTTP/1.1 400 ");
        assertThat(ask("GET /metrics HTTP/1.1\r\nX: " + "x".repeat(10_000))).startsWith("HTTP/1.1 431 ");
    }
}
