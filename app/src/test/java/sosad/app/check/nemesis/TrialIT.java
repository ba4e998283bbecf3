package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.process.Program;
import sosad.app.sweep.SeedRange;
import sosad.app.sweep.Sweep;
import sosad.app.sweep.SweepReport.SweepFormat;
import sosad.app.sweep.SweepRuns;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** Real nodes on disk under chaos, a few seconds of it; {@code bench faults} does the same for long. */
@Timeout(180)
class TrialIT {
    @Test
    void underChaosNodesAgreeAfterwardsAndNoAcknowledgedWriteIsLostAndNothingCorruptIsTaken() throws Exception {
        TrialSettings settings =
                new TrialSettings(3, 0, StoreKind.DISK, Content.PER_KEY, 100, Duration.ofSeconds(8), 1);
        TrialSweep trials = new TrialSweep(
                settings,
                BundledPlans.load("chaos", settings.members()),
                Program.find().forLessons(),
                line -> {});
        SweepRuns runs = new SweepRuns();
        runs.run(new SeedRange(1, 3), 1, trials, (seed, result, done, all) -> {});
        TrialSweepReport report = TrialSweepReport.BENCH_FAULTS;
        Sweep sweep = Sweep.of(report.command(), trials.byName(), runs.results());
        assertThat(report.isGood(sweep))
                .as(report.text(sweep, SweepFormat.MARKDOWN))
                .isTrue();
    }
}
