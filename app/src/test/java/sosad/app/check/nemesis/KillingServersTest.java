package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.check.Figure;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedCluster;
import sosad.app.testing.SabotagedCluster.Flaw;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;

/** Check 3 against servers of which something is wrong. */
@Timeout(60)
class KillingServersTest {
    /** A second and a half for check 3. */
    private static final CheckSettings BRIEF = new CheckSettings(7, Duration.ofSeconds(9));

    private static CheckResult checked(Sabotage sabotage, Flaw... flaws) {
        return SabotagedSystem.check(new KillingServers(), new SabotagedCluster(3, 0, sabotage, flaws), BRIEF);
    }

    private static double figure(CheckResult result, String label) {
        return result.figures().stream()
                .filter(figure -> figure.label().equals(label))
                .mapToDouble(Figure::value)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void honestServersHold() {
        CheckResult result = checked(Sabotage.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
        assertThat(figure(result, "kills")).isGreaterThanOrEqualTo(3);
        assertThat(figure(result, "longest time without an answer at a killed process"))
                .isGreaterThan(50);
        assertThat(result.bands()).isNotEmpty();
        assertThat(result.operations().orElseThrow().size()).isPositive();
        assertThat(result.series()).hasSize(4);
        assertThat(result.tables().get(0).rows()).hasSize((int) figure(result, "kills"));
    }

    @Test
    void anAcknowledgedWriteThatNobodyKeepsIsFoundWithItsOperation() {
        CheckResult result = checked(new Sabotage() {
            @Override
            public boolean keeps(SabotagedServer server, String key, String value) {
                return !key.endsWith(":7");
            }

            @Override
            public boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
                return !key.endsWith(":7");
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("acknowledged writes that no node holds");
        int operation = result.evidence().get(0).operation().orElseThrow();
        assertThat(result.operations().orElseThrow().get(operation).key()).endsWith(":7");
    }

    @Test
    void aDiskThatIsEmptyAfterAKillIsFound() {
        CheckResult result = checked(Sabotage.NONE, Flaw.FORGETS_AT_ITS_END);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
    }

    @Test
    void aProcessThatNeverComesBackIsFound() {
        CheckResult result = checked(Sabotage.NONE, Flaw.NEVER_COMES_BACK);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("not up");
    }
}
