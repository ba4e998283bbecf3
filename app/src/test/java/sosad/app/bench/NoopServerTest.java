package sosad.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.client.RespClient;
import sosad.app.load.LoadGenerator;
import sosad.app.load.LoadProfile;
import sosad.app.load.LoadReport;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationMix;
import sosad.model.NodeId;

@Timeout(20)
class NoopServerTest {
    private static final long POLL_NANOS = 1_000_000;

    @Test
    void everyRequestIsAnsweredInOnePieceOrMany() throws IOException {
        try (NoopServer server = new NoopServer(0)) {
            Thread serving = new Thread(server);
            serving.setDaemon(true);
            serving.start();
            LoadProfile profile = LoadProfile.closed(3, "k", 7)
                    .withPipeline(8)
                    .withMix(new OperationMix(0.4, 0.2))
                    .withValueBytes(100_000)
                    .withRequests(600);
            try (LoadGenerator load = new LoadGenerator(
                    profile,
                    List.of(new NodeId("A")),
                    id -> Optional.of(RespClient.loopback(server.port())),
                    Optional.empty(),
                    new OperationLog(),
                    0)) {
                while (!load.isDone()) {
                    LockSupport.parkNanos(POLL_NANOS);
                }
                LoadReport report = load.stop();
                assertThat(report.counts().served()).isEqualTo(600);
                assertThat(report.counts().empty()).isEqualTo(report.counts().reads());
                assertThat(report.counts().problems()).isEmpty();
            }
        }
    }
}
