package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.Check;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedCluster;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;

/** Checks 8 and 9 against servers of which something is wrong; on these, faults of links and clocks change nothing. */
@Timeout(60)
class LastWriterChecksTest {
    /** Half a second for check 8 or 9. */
    private static final CheckSettings BRIEF = new CheckSettings(7, Duration.ofSeconds(9));

    private static CheckResult checked(Check check, int servers, Sabotage sabotage) {
        return SabotagedSystem.check(check, new SabotagedCluster(servers, 0, sabotage), BRIEF);
    }

    @Test
    void honestServersHoldUnderWrongClocks() {
        CheckResult result = checked(new Mistimed(), 2, Sabotage.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.bands()).isNotEmpty();
    }

    @Test
    void anUpdateThatNeverArrivesIsFound() {
        CheckResult result = checked(new Mistimed(), 2, new Sabotage() {
            @Override
            public boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
                return !key.endsWith(":3");
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("the rules bring nodes further");
    }

    @Test
    void aWriteThatTheOnlyServerForgetsIsFound() {
        CheckResult result = checked(new Mistimed(), 1, new Sabotage() {
            @Override
            public boolean keeps(SabotagedServer server, String key, String value) {
                return !key.endsWith(":3");
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("acknowledged writes that no node holds");
    }

    @Test
    void aLaterWriteThatIsMissingForNoKnownReasonIsNotExcused() {
        CheckResult result = checked(new Mistimed(), 1, new Sabotage() {
            @Override
            public boolean keeps(SabotagedServer server, String key, String value) {
                return !key.contains(".all.") || !server.entries().containsKey(key);
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.INCONCLUSIVE);
    }

    @Test
    void withoutAMisorderedMessageNothingIsSaid() {
        CheckResult result = checked(new Misordered(), 2, Sabotage.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.INCONCLUSIVE);
        assertThat(checked(new Misordered(), 1, Sabotage.NONE).verdict()).isEqualTo(CheckVerdict.SKIPPED);
    }
}
