package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.ClusterSettings;
import sosad.app.check.FaultBand;
import sosad.app.check.StartedCluster;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.OperationLog;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.message.Live;
import sosad.protocol.Rules.Content;

/** The checks that harm what they check, against the same real processes one after the other, a second or two each. */
@Timeout(120)
class NemesisChecksIT {
    private static StartedCluster cluster;

    /** A check for so long, of which nobody is told. */
    private record Brief(Check check, SystemUnderTest system, Duration duration) implements CheckContext {
        @Override
        public CheckSettings settings() {
            return CheckSettings.USUAL;
        }

        @Override
        public SplittableRandom chance() {
            return settings().chance(check.number());
        }

        @Override
        public void progress(double share, String words) {}

        @Override
        public void operations(OperationLog growing) {}

        @Override
        public void band(FaultBand band) {}
    }

    @BeforeAll
    static void start() {
        cluster = new StartedCluster(
                new ClusterSettings(2, 1, StoreKind.DISK, Content.PER_KEY),
                Live.since(System.currentTimeMillis()),
                7,
                Program.find().forLessons());
    }

    @AfterAll
    static void close() {
        cluster.close();
    }

    private static void assertHolds(Check check, Duration time) throws InterruptedException {
        CheckResult result = check.run(new Brief(check, cluster, time));
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
    }

    @Test
    void killedNodesOnDiskLoseNothingThatTheyHaveAcknowledged() throws Exception {
        assertHolds(new KillingServers(), Duration.ofMillis(2_500));
    }

    @Test
    void aKilledGatewayLosesNothingThatItHasPassedOn() throws Exception {
        assertHolds(new KillTheLoadBalancer(), Duration.ofMillis(2_000));
    }

    @Test
    void misorderedUpdatesChangeNothingInTheEnd() throws Exception {
        assertHolds(new Misordered(), Duration.ofMillis(1_500));
    }

    @Test
    void whatLosesToAWrongClockHasTheSmallerVersion() throws Exception {
        assertHolds(new Mistimed(), Duration.ofMillis(1_500));
    }
}
