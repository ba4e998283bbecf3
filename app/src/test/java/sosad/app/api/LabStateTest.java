package sosad.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.history.History;
import sosad.app.history.MemoryRun;
import sosad.app.lab.LabEvent;
import sosad.app.testing.Scenarios;
import sosad.protocol.Rules;

@Timeout(60)
class LabStateTest {
    private static final LabEvent OPENING =
            new LabEvent.Opening(Scenarios.sample(), "Starting 3 nodes", Optional.empty());
    private static final LabEvent OPENED = new LabEvent.Opened(
            Scenarios.sample(), History.startingWith(new MemoryRun(Rules.DOCUMENT, "A", "B", "C").present()));

    private static CompletableFuture<LabState.Seen> ask(LabState state) throws InterruptedException {
        CompletableFuture<LabState.Seen> answer = new CompletableFuture<>();
        Thread asking = new Thread(() -> {
            try {
                answer.complete(state.seen());
            } catch (ApiError e) {
                answer.completeExceptionally(e);
            }
        });
        asking.setDaemon(true);
        asking.start();
        while (asking.getState() != Thread.State.TIMED_WAITING && asking.isAlive()) {
            Thread.onSpinWait();
        }
        return answer;
    }

    @Test
    void whoAsksWhileTheClusterIsStartedAgainWaitsForIt() throws Exception {
        LabState state = new LabState();
        state.accept(OPENING);
        state.accept(OPENED);
        state.accept(OPENING);

        CompletableFuture<LabState.Seen> answer = ask(state);
        assertThat(answer).isNotDone();

        state.accept(OPENED);
        assertThat(answer.get(30, TimeUnit.SECONDS).scenario()).isEqualTo(Scenarios.sample());
    }

    @Test
    void whoWaitsForAClusterThatFailsIsToldWhy() throws Exception {
        LabState state = new LabState();
        state.accept(OPENING);
        CompletableFuture<LabState.Seen> answer = ask(state);

        state.accept(new LabEvent.Failed("Node B cannot be started.", ""));

        assertThatThrownBy(answer::join).hasRootCauseMessage("Node B cannot be started.");
    }

    @Test
    void nobodyWaitsForEverOrForNothing() {
        LabState state = new LabState(Duration.ofMillis(1));
        assertThatThrownBy(state::seen).hasMessage("no scenario is open");

        state.accept(OPENING);
        assertThatThrownBy(state::seen).hasMessage("Starting 3 nodes");
    }

    @Test
    void beforeTheWindowShowsTheLessonNobodySeesIt() throws Exception {
        LabState state = LabState.behindWindow();
        CompletableFuture<LabState.Seen> answer = ask(state);
        state.accept(OPENING);
        state.accept(OPENED);
        assertThat(answer).isNotDone();

        state.show();
        assertThat(answer.get(30, TimeUnit.SECONDS).scenario()).isEqualTo(Scenarios.sample());
    }

    @Test
    void aWindowWithNothingOpenSaysSo() {
        LabState state = LabState.behindWindow();
        state.show();

        assertThatThrownBy(state::seen).hasMessage("no scenario is open");
    }
}
