package sosad.app.check.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import sosad.app.check.CheckListener;
import sosad.app.check.CheckSettings;
import sosad.app.check.ClusterSettings;
import sosad.app.testing.InventedSuite;

class SuiteRunnerTest {
    private final InventedSuite invented = new InventedSuite();
    private final SuiteRunner runner = new SuiteRunner();

    @AfterEach
    void close() {
        invented.letGo();
        runner.close();
    }

    private CheckSuite suite() {
        return new CheckSuite(
                invented.setup().checks(),
                CheckSettings.USUAL,
                invented.fresh(ClusterSettings.USUAL, 7),
                new CheckListener() {});
    }

    @Test
    void oneSuiteRunsAtATimeAndAnotherOneAfterIt() throws InterruptedException {
        invented.holdAt("1");
        CompletableFuture<SuiteResult> first = runner.start(suite());
        invented.awaitHeld();
        assertThatThrownBy(() -> runner.start(suite())).isInstanceOf(IllegalStateException.class);
        invented.letGo();
        assertThat(first.join().isComplete()).isTrue();

        assertThat(runner.start(suite()).join().outcomes()).hasSize(19);
    }

    @Test
    void aSuiteThatIsStoppedEndsWithWhatThereIs() throws InterruptedException {
        invented.holdAt("2.1");
        CompletableFuture<SuiteResult> result = runner.start(suite());
        invented.awaitHeld();
        runner.stop();

        assertThat(result.join().outcomes()).hasSize(1);
        assertThat(result.join().stopped()).contains(CheckSuite.INTERRUPTED);
        assertThat(runner.isRunning()).isFalse();
    }

    @Test
    void whoClosesItFindsEverythingEndedThatWasStarted() throws InterruptedException {
        invented.holdAt("2.1");
        invented.endWithin(Duration.ofMillis(200));
        runner.start(suite());
        invented.awaitHeld();
        assertThat(invented.openSystems()).isEqualTo(1);
        runner.close();

        assertThat(invented.openSystems()).isZero();
        assertThatThrownBy(() -> runner.start(suite())).isInstanceOf(IllegalStateException.class);
    }
}
