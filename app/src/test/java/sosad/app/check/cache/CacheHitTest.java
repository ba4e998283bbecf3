package sosad.app.check.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckSettings;
import sosad.app.check.CheckVerdict;
import sosad.app.testing.Sabotage;
import sosad.app.testing.SabotagedCluster;
import sosad.app.testing.SabotagedSystem;
import sosad.message.Address;
import sosad.model.NodeId;

/** Check 7 against a gateway of which something is wrong. */
@Timeout(60)
class CacheHitTest {
    /** Less than a second for check 7. */
    private static final CheckSettings BRIEF = new CheckSettings(7, Duration.ofSeconds(15));

    private static CheckResult checked(SabotagedCache.Flaw flaw) {
        SabotagedCluster cluster = new SabotagedCluster(1, 1, new SabotagedCache(flaw));
        CachingGateway gateway = new CachingGateway() {
            @Override
            public Address address() {
                return cluster.address(new NodeId("B")).orElseThrow();
            }

            @Override
            public void close() {}
        };
        return SabotagedSystem.check(new CacheHit((server, keys, ttlMillis) -> gateway), cluster, BRIEF);
    }

    private static void assertFound(SabotagedCache.Flaw flaw, String words) {
        CheckResult result = checked(flaw);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.FAILED);
        assertThat(result.headline()).contains(words);
    }

    @Test
    void anHonestCacheHoldsAndAddsSomeStaleness() {
        CheckResult result = checked(SabotagedCache.Flaw.NONE);
        assertThat(result.verdict()).as(result.toString()).isEqualTo(CheckVerdict.HELD);
        assertThat(result.situations()).isPositive();
        assertThat(result.headline()).startsWith("hits: ").contains("Zipf", "hot key", "ms stale");
        assertThat(result.figures())
                .filteredOn(figure -> figure.label().equals("of these, stale"))
                .allMatch(figure -> figure.value() > 0)
                .hasSize(1);
        assertThat(result.series()).hasSize(2);
    }

    @Test
    void aStaleReadAfterAWriteThroughTheGatewayIsFound() {
        assertFound(SabotagedCache.Flaw.KEEPS_WHAT_WAS_WRITTEN, "written through the gateway and read through it");
    }

    @Test
    void aValueThatOutlivesItsTimeIsFound() {
        assertFound(SabotagedCache.Flaw.KEEPS_TOO_LONG, "still old");
    }

    @Test
    void aWriteThatTheGatewayLosesIsFound() {
        assertFound(SabotagedCache.Flaw.LOSES_WRITES, "versions old");
    }

    @Test
    void aWrongAccountOfHitsIsFound() {
        assertFound(SabotagedCache.Flaw.MISCOUNTS, "the gateway counts");
    }

    @Test
    void aCacheThatNeverAnswersIsFound() {
        assertFound(SabotagedCache.Flaw.CACHES_NOTHING, "none of the reads");
    }

    @Test
    void withoutAGatewayItIsSkipped() {
        CheckResult result = SabotagedSystem.check(new CacheHit(), new SabotagedCluster(1, 0, Sabotage.NONE), BRIEF);
        assertThat(result.verdict()).isEqualTo(CheckVerdict.SKIPPED);
    }
}
