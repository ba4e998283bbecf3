package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.fault.plan.BundledPlans;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** Real nodes on disk under chaos, a few seconds of it; {@code bench faults} does the same for long. */
@Timeout(180)
class TrialIT {
    @Test
    void underChaosNodesAgreeAfterwardsAndNoAcknowledgedWriteIsLostAndNothingCorruptIsTaken() throws Exception {
        TrialSettings settings =
                new TrialSettings(3, 0, StoreKind.DISK, Content.PER_KEY, 100, Duration.ofSeconds(8), 1);
        StringWriter table = new StringWriter();
        boolean good = new TrialSeries(
                        BundledPlans.load("chaos", settings.members()),
                        Program.find().forLessons(),
                        new PrintWriter(table))
                .run(settings, 3);
        assertThat(good).as(table.toString()).isTrue();
    }
}
