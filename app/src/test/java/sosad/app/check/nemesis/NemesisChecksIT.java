package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.ClusterSettings;
import sosad.app.check.StartedCluster;
import sosad.app.process.Program;
import sosad.app.testing.SabotagedSystem;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.protocol.Rules.Content;

/** The checks that harm what they check, against real processes, a few seconds each. */
@Timeout(120)
class NemesisChecksIT {
    private static CheckResult checked(Check check, ClusterSettings cluster, Duration wholeList) {
        StartedCluster started = new StartedCluster(
                cluster,
                Live.since(System.currentTimeMillis()),
                7,
                Program.find().forLessons());
        return SabotagedSystem.check(check, started, new CheckSettings(7, wholeList));
    }

    @Test
    void killedNodesOnDiskLoseNothingTheyHaveAcknowledged() {
        CheckResult result = checked(
                new KillingServers(),
                new ClusterSettings(2, 1, StoreKind.DISK, Content.PER_KEY),
                Duration.ofSeconds(24));
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
    }

    @Test
    void killedGatewaysLoseNothingTheyHavePassedOn() {
        CheckResult result = checked(
                new KillTheLoadBalancer(),
                new ClusterSettings(2, 2, StoreKind.MEMORY, Content.PER_KEY),
                Duration.ofSeconds(36));
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
    }

    @Test
    void misorderedUpdatesChangeNothingInTheEnd() {
        CheckResult result = checked(
                new Misordered(), new ClusterSettings(2, 0, StoreKind.MEMORY, Content.PER_KEY), Duration.ofSeconds(36));
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
    }

    @Test
    void whatLosesToAWrongClockHasTheSmallerVersion() {
        CheckResult result = checked(
                new Mistimed(), new ClusterSettings(2, 0, StoreKind.MEMORY, Content.PER_KEY), Duration.ofSeconds(45));
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.figures())
                .anySatisfy(figure -> assertThat(figure.label()).contains("told at once"));
    }
}
