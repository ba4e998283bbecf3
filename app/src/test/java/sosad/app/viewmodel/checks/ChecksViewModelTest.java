package sosad.app.viewmodel.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.CheckVerdict;
import sosad.app.check.report.SuiteReportFormat;
import sosad.app.check.suite.SuiteRunner;
import sosad.app.testing.InventedSuite;
import sosad.app.testing.Scenarios;
import sosad.app.viewmodel.checks.CheckState.Stage;

class ChecksViewModelTest {
    private final BlockingQueue<Runnable> fx = new LinkedBlockingQueue<>();
    private final AtomicLong nanos = new AtomicLong();
    private final InventedSuite suite = new InventedSuite();
    private final SuiteRunner runner = new SuiteRunner();
    private final SimpleBooleanProperty live = new SimpleBooleanProperty();
    private final TargetViewModel target =
            new TargetViewModel(suite, live, () -> Scenarios.sample().cluster());
    private final ChecksViewModel checks =
            new ChecksViewModel(suite.setup().checks(), target, runner, Runnable::run, fx::add, nanos::get);

    @AfterEach
    void close() {
        suite.letGo();
        runner.close();
    }

    /** Does what comes for the window's thread until the condition is met. */
    private void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Runnable next = fx.poll(30, TimeUnit.SECONDS);
            assertThat(next).as("nothing comes any more").isNotNull();
            next.run();
        }
    }

    private void awaitEnd() throws InterruptedException {
        await(() -> !checks.statusProperty().get().isBusy());
    }

    private CheckRow row(String number) {
        return checks.rows().stream()
                .filter(row -> row.check().number().toString().equals(number))
                .findFirst()
                .orElseThrow();
    }

    private Stage stage(String number) {
        return row(number).stateProperty().get().stage();
    }

    @Test
    void aRunOfAllGivesEachItsVerdictAndCountsThem() throws InterruptedException {
        checks.runAll();
        awaitEnd();

        assertThat(checks.rows()).allMatch(row -> row.result().isPresent());
        ChecksTotals totals = checks.totalsProperty().get();
        assertThat(totals.of(CheckVerdict.HELD)).isEqualTo(15);
        assertThat(totals.of(CheckVerdict.BROKEN_AS_PREDICTED)).isEqualTo(1);
        assertThat(totals.of(CheckVerdict.FAILED)).isEqualTo(1);
        assertThat(totals.share()).isEqualTo(1);
        assertThat(checks.statusProperty().get()).isEqualTo(ChecksStatus.OVER);
        assertThat(suite.openSystems()).isZero();
    }

    @Test
    void aCheckThatRunsShowsItsShareItsFaultsAndItsOperationsAndTheTimeThatIsLeft() throws InterruptedException {
        suite.holdAt("2.1");
        checks.runAll();
        suite.awaitHeld();
        nanos.set(TimeUnit.SECONDS.toNanos(72));
        await(() -> !row("2.1").bands().isEmpty());
        checks.tick();

        assertThat(row("2.1").stateProperty().get().share()).isEqualTo(0.62);
        assertThat(row("2.1").headline()).isEqualTo("writing and reading 500 keys");
        assertThat(row("2.1").operationsProperty().get().size()).isPositive();
        assertThat(stage("2.2")).isEqualTo(Stage.WAITING);
        ChecksTotals totals = checks.totalsProperty().get();
        assertThat(ChecksTotals.words(totals.elapsed())).isEqualTo("1:12");
        // 17 checks of 7 s, and the rest of the one that runs
        assertThat(totals.expected()).isEqualTo(Duration.ofMillis(72_000 + 17 * 7_000 + 2_660));
        assertThat(totals.share()).isBetween(0.08, 0.09);
    }

    @Test
    void noSecondRunBeginsWhileOneRuns() throws InterruptedException {
        suite.holdAt("1");
        checks.runAll();
        suite.awaitHeld();
        checks.run(row("5"));
        checks.runAll();
        suite.letGo();
        awaitEnd();

        assertThat(suite.started()).hasSize(6);
    }

    @Test
    void aCheckThatIsRunAgainLeavesTheVerdictsOfTheOthers() throws InterruptedException {
        checks.runAll();
        awaitEnd();
        checks.run(row("2.3"));
        assertThat(stage("2.3")).isEqualTo(Stage.WAITING);
        awaitEnd();

        assertThat(checks.totalsProperty().get().done()).isEqualTo(19);
        assertThat(checks.results().orElseThrow().outcomes()).hasSize(19);
    }

    @Test
    void aRunUnderAnotherSeedTakesTheOthersAway() throws InterruptedException {
        checks.runAll();
        awaitEnd();
        target.seedProperty().set("8");
        checks.run(row("2.3"));
        awaitEnd();

        assertThat(checks.totalsProperty().get().done()).isEqualTo(1);
        assertThat(stage("1")).isEqualTo(Stage.NOT_RUN);
    }

    @Test
    void aRunThatIsStoppedKeepsItsVerdictsAndItsReportSaysThatItWasStopped() throws InterruptedException {
        suite.holdAt("2.2");
        checks.runAll();
        suite.awaitHeld();
        checks.stop();
        assertThat(checks.statusProperty().get()).isEqualTo(ChecksStatus.STOPPING);
        awaitEnd();

        assertThat(checks.statusProperty().get()).isEqualTo(ChecksStatus.STOPPED);
        assertThat(checks.noticeProperty().get().words()).startsWith("Stopped.");
        assertThat(stage("2.1")).isEqualTo(Stage.DONE);
        assertThat(stage("2.2")).isEqualTo(Stage.NOT_REACHED);
        assertThat(suite.openSystems()).isZero();
        assertThat(checks.results().orElseThrow().stopped()).contains("interrupted");
        assertThat(checks.results().orElseThrow().notRun()).hasSize(17);
    }

    @Test
    void aSystemThatDoesNotStartIsSaidAndNothingHasAVerdict() throws InterruptedException {
        suite.failWith("Node B did not start: no Java found.");
        checks.runAll();
        awaitEnd();

        assertThat(checks.statusProperty().get()).isEqualTo(ChecksStatus.FAILED);
        assertThat(checks.noticeProperty().get())
                .isEqualTo(new Notice("The run could not go on: Node B did not start: no Java found.", true));
        assertThat(checks.results()).isEmpty();
        assertThat(stage("1")).isEqualTo(Stage.NOT_REACHED);
    }

    @Test
    void whatCannotBeCheckedIsSaidAndLeavesTheVerdicts() throws InterruptedException {
        checks.runAll();
        awaitEnd();
        target.seedProperty().set("seven");
        checks.runAll();

        assertThat(checks.noticeProperty().get().words()).startsWith("The seed is a whole number");
        assertThat(checks.totalsProperty().get().done()).isEqualTo(19);
        assertThat(checks.statusProperty().get()).isEqualTo(ChecksStatus.OVER);
    }

    @Test
    void theCommandThatRepeatsACheckHasItsNumberItsSystemAndItsSeed() throws InterruptedException {
        assertThat(checks.repeat(row("2.3"))).isEmpty();
        target.seedProperty().set("11");
        checks.run(row("2.3"));
        awaitEnd();

        assertThat(checks.repeat(row("2.3"))).contains("sosad check --only 2.3 --nodes 3 --seed 11 --for 3min");
    }

    @Test
    void aReportOfWhatTheListShowsIsWrittenInEachForm(@TempDir Path folder) throws Exception {
        checks.runAll();
        awaitEnd();
        for (SuiteReportFormat format : SuiteReportFormat.values()) {
            Path file = folder.resolve(format.name());
            checks.save(format, file);
            await(() -> checks.noticeProperty().get().words().equals("Report written: " + file));
            assertThat(file).isNotEmptyFile();
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(4);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aReportThatCannotBeWrittenIsSaid(@TempDir Path folder) throws InterruptedException {
        checks.run(row("1"));
        awaitEnd();
        checks.save(SuiteReportFormat.HTML, folder.resolve("no/such/folder.html"));
        await(() -> !checks.noticeProperty().get().equals(Notice.NONE));

        assertThat(checks.noticeProperty().get().isFailure()).isTrue();
        assertThat(checks.noticeProperty().get().words()).contains("cannot be written", "there is no folder");
        checks.dismiss();
        assertThat(checks.noticeProperty().get()).isEqualTo(Notice.NONE);
    }

    @Test
    void theClusterOnStageIsCheckedWhenItIsLiveAndSaysWhatToDoWhenItIsNot() throws InterruptedException {
        target.kindProperty().set(TargetViewModel.Kind.STAGE);
        checks.run(row("1"));
        assertThat(checks.noticeProperty().get().words()).startsWith("The cluster on stage stands still.");
        assertThat(suite.started()).isEmpty();

        live.set(true);
        checks.run(row("1"));
        awaitEnd();
        assertThat(suite.started()).containsExactly("the cluster on stage");
        assertThat(target.wordsProperty().get()).isEqualTo("the cluster on stage");
    }

    @Test
    void otherServersNeedAnAddress() throws InterruptedException {
        target.kindProperty().set(TargetViewModel.Kind.FOREIGN);
        assertThat(target.problemProperty().get()).startsWith("Which servers?");
        target.addressesProperty().set(" 127.0.0.1:6379 ");
        assertThat(target.problemProperty().get()).isEmpty();
        checks.run(row("1"));
        awaitEnd();
        assertThat(suite.started()).isEqualTo(List.of("127.0.0.1:6379"));
    }

    @Test
    void whatIsChosenIsSaidInAFewWords() {
        target.nodesProperty().set(5);
        assertThat(target.wordsProperty().get()).isEqualTo("a fresh cluster of 5, per-key");
    }
}
