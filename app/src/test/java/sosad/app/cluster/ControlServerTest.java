package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.Report;
import sosad.model.NodeId;
import sosad.wire.ControlCodec;

/** Whose reports are listened to when a node has been killed and started again. */
@Timeout(60)
class ControlServerTest {
    private static final NodeId A = new NodeId("A");
    private static final Duration SOON = Duration.ofSeconds(20);

    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final ControlServer port = new ControlServer(loop);
    private final ControlLink earlier = new ControlLink("node A", () -> {});
    private final ControlLink present = new ControlLink("node A", () -> {});

    @BeforeEach
    void start() {
        port.expect("earlier", earlier);
    }

    @AfterEach
    void close() {
        port.close();
        loop.shutdownGracefully(0, 2, TimeUnit.SECONDS).syncUninterruptibly();
    }

    private void killAndStartAgain() {
        port.forget("earlier");
        port.expect("present", present);
    }

    private Socket dial() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port.port());
    }

    private static void report(Socket node, Report report) throws IOException {
        node.getOutputStream().write(ControlCodec.encode(report));
        node.getOutputStream().write('\n');
    }

    private static Report ready(String secret) {
        return new Report.Ready(1, secret, A, 42, 7001, 7002, List.of());
    }

    @Test
    void aConnectionWithTheSecretOfAnEarlierStartIsClosedAndHeardByNobody() throws Exception {
        killAndStartAgain();
        try (Socket late = dial()) {
            late.setSoTimeout((int) SOON.toMillis());
            report(late, ready("earlier"));
            assertThat(late.getInputStream().read()).as("closed").isEqualTo(-1);
        }
        assertThat(earlier.ready()).isNotDone();
        assertThat(present.ready()).isNotDone();
    }

    @Test
    void aLateReportOfAnEarlierStartIsNotTakenForThePresentOnes() throws Exception {
        try (Socket late = dial()) {
            report(late, ready("earlier"));
            assertThat(earlier.ready()).succeedsWithin(SOON);
            killAndStartAgain();
            try (Socket node = dial()) {
                report(node, ready("present"));
                assertThat(present.ready()).succeedsWithin(SOON);

                CompletableFuture<Report.Refused> inTime = present.refusal();
                report(late, new Report.Refused(2, "late"));
                report(late, new Report.Done(3, 1, List.of()));
                report(node, new Report.Refused(2, "in time"));
                assertThat(inTime).succeedsWithin(SOON);
                loop.next().submit(() -> {}).get(); // the turn in which it came is over, so what came before is read

                assertThat(present.nextEvent()).isEqualTo(new Report.Refused(2, "in time"));
                assertThat(present.nextEvent()).isNull();
            }
        }
    }
}
