package sosad.app.check.nemesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedCluster;
import sosad.app.testing.SabotagedCluster.Flaw;
import sosad.app.testing.SabotagedServer;
import sosad.app.testing.SabotagedSystem;

/** Check 10 against gateways of which something is wrong; B and C stand for them. */
@Timeout(60)
class KillTheLoadBalancerTest {
    /** A second for check 10. */
    private static final CheckSettings BRIEF = new CheckSettings(7, Duration.ofSeconds(12));

    private static CheckResult checked(int gateways, Sabotage sabotage, Flaw... flaws) {
        return SabotagedSystem.check(
                new KillTheLoadBalancer(), new SabotagedCluster(1, gateways, sabotage, flaws), BRIEF);
    }

    @Test
    void ofTwoHonestGatewaysOneGoesOn() {
        CheckResult result = checked(2, Sabotage.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.headline()).contains("failover");
        assertThat(result.situations()).isPositive();
    }

    @Test
    void theOnlyOneIsMissedAndComesBack() {
        CheckResult result = checked(1, Sabotage.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.headline()).contains("without the only gateway");
    }

    @Test
    void aGatewayThatAcknowledgesWhatItPassesToNobodyIsFound() {
        AtomicInteger writes = new AtomicInteger();
        CheckResult result = checked(1, new Sabotage() {
            @Override
            public boolean passesOn(SabotagedServer from, SabotagedServer to, String key) {
                return from.id().name().equals("A") || writes.incrementAndGet() % 10 != 0;
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("that no node holds");
    }

    @Test
    void aGatewayThatComesBackAndServesNobodyIsFound() {
        CheckResult result = checked(1, new Sabotage() {
            @Override
            public Optional<String> reply(
                    SabotagedServer server, java.util.List<String> words, java.util.function.Supplier<String> honest) {
                return words.get(1).equals("no.such.key") && server.id().name().equals("B")
                        ? Optional.of("-NOBACKEND nobody is up\r\n")
                        : Optional.of(honest.get());
            }
        });
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains("B answers NOBACKEND");
    }

    @Test
    void withoutAGatewayThereIsNothingToKill() {
        CheckResult result = checked(0, Sabotage.NONE);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.SKIPPED);
    }
}
