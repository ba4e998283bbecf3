package sosad.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import sosad.app.check.nemesis.TrialSettings;
import sosad.app.export.file.OutputFile;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.FaultPlanReader;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** What is written of a search whose every run fails at once: the program of its nodes is not there. */
@Timeout(30)
class ShrinkRunTest {
    private static final TrialSettings SETTINGS =
            new TrialSettings(3, 0, StoreKind.MEMORY, Content.PER_KEY, 100, Duration.ofSeconds(5), 7);
    private static final FaultPlan PLAN = BundledPlans.load("chaos", SETTINGS.members());

    @TempDir
    private Path folder;

    private final StringWriter told = new StringWriter();

    private void shrink(Path file) throws InterruptedException {
        Program missing = new Program(folder.resolve("no-java"), List.of(folder), List.of());
        new ShrinkRun(new PrintWriter(told), OutputFile.at(file), (plan, millis) -> "again " + plan + " " + millis)
                .run(SETTINGS, PLAN, missing);
    }

    @Test
    void whatIsFoundIsAPlanThatSaysWhereItComesFromAndHowToRepeatIt() throws Exception {
        Path file = folder.resolve("small.yaml");
        shrink(file);
        FaultPlan read = FaultPlanReader.read(file, SETTINGS.members());
        assertThat(read.title()).isEqualTo(PLAN.title());
        assertThat(read.faults()).isEmpty();
        assertThat(read.about().orElseThrow()).contains("seed 7", "no-java", "again " + file + " 5000");
        assertThat(told.toString())
                .contains("shrinking: ", "part 1, 0 faults in 5.0 s: ", "repeat it: again " + file + " 5000");
    }

    @Test
    void whoIsInterruptedLeavesNothingHalfWritten() {
        Path file = folder.resolve("small.yaml");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> shrink(file)).isInstanceOf(InterruptedException.class);
        assertThat(Files.exists(file)).isFalse();
        assertThat(told.toString()).contains("failed again so far; nothing is written");
    }
}
