package sosad.app.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.process.NodeException;

@Timeout(20)
class DeadlineTest {
    private static final Duration LIMIT = Duration.ofMillis(50);

    private final CompletableFuture<String> awaited = new CompletableFuture<>();
    private final AtomicLong delay = new AtomicLong();

    private String await(long delayOfEachLook, int completeAtLook) {
        AtomicLong looks = new AtomicLong();
        return Deadline.await(
                awaited,
                LIMIT,
                () -> {
                    if (looks.incrementAndGet() == completeAtLook) {
                        awaited.complete("came");
                    }
                    return delay.addAndGet(delayOfEachLook);
                },
                () -> new NodeException("missing"));
    }

    @Test
    void aProcessThatCouldRunAndSaidNothingHasFailedAtTheLimit() {
        assertThatThrownBy(() -> await(0, 3)).hasMessage("missing");
    }

    @Test
    void aProcessThatHadNoProcessorHasMoreTime() {
        assertThat(await(1_000, 7)).isEqualTo("came");
    }

    @Test
    void butNotForEver() {
        assertThatThrownBy(() -> await(1_000, Integer.MAX_VALUE)).hasMessage("missing");
    }

    @Test
    void aFailureOfTheProcessIsPassedOn() {
        awaited.completeExceptionally(new NodeException("it died"));
        assertThatThrownBy(() -> await(0, 1)).hasMessage("it died");
    }
}
