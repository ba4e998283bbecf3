package sosad.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A port that cannot accept; with real files at their limit: {@code LimitsIT}. */
class AcceptFaultsTest {
    @Test
    void theFirstFaultAndTheRecoveryAreALineEachAndBetweenThemThePortTriesOnceASecond() {
        EmbeddedChannel listener = new EmbeddedChannel(new AcceptFaults("client"));
        try (Lines lines = new Lines(AcceptFaults.class)) {
            for (int second = 0; second < 60; second++) {
                listener.pipeline().fireExceptionCaught(new IOException("Too many open files"));
                assertThat(listener.config().isAutoRead()).isFalse();
                listener.advanceTimeBy(1, TimeUnit.SECONDS);
                listener.runScheduledPendingTasks();
                assertThat(listener.config().isAutoRead()).isTrue();
            }
            assertThat(lines.all())
                    .singleElement()
                    .asString()
                    .startsWith("WARN the client port accepts no more connections: Too many open files");
            for (int second = 0; second < 20; second++) {
                listener.advanceTimeBy(1, TimeUnit.SECONDS);
                listener.runScheduledPendingTasks();
            }
            assertThat(lines.all()).hasSize(2).last().isEqualTo("INFO the client port accepts connections again");
        }
        listener.checkException();
    }
}
