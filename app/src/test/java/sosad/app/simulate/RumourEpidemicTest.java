package sosad.app.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import sosad.app.sweep.SeedRange;

/** The simulator against the tables of Demers et al. 1987, by 1,000 runs a cell. */
class RumourEpidemicTest {
    private static final SeedRange SEEDS = new SeedRange(1, 1_000);
    private static final SeedRange K = new SeedRange(1, 5);

    private static List<RumourEpidemic> runs(RumourRule rule, int k) {
        RumourRuns runs = new RumourRuns(new RumourSettings(PublishedRumours.SITES, rule, K));
        return LongStream.rangeClosed(SEEDS.first(), SEEDS.last())
                .mapToObj(seed -> runs.epidemic(k, seed))
                .toList();
    }

    private static double mean(List<RumourEpidemic> runs, ToDoubleFunction<RumourEpidemic> figure) {
        return runs.stream().mapToDouble(figure).average().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(RumourRule.class)
    void residueTrafficAndLastTimeAreThosePrinted(RumourRule rule) {
        PublishedRumours table = PublishedRumours.of(rule);
        for (int k = 1; k <= K.last(); k++) {
            List<RumourEpidemic> runs = runs(rule, k);
            assertReached(rule, k, "residue", table.residue(), mean(runs, RumourEpidemic::residue));
            assertReached(rule, k, "traffic", table.traffic(), mean(runs, RumourEpidemic::traffic));
            assertReached(rule, k, "t_last", table.lastTime(), mean(runs, RumourEpidemic::lastTime));
        }
    }

    private static void assertReached(RumourRule rule, int k, String figure, List<String> column, double mean) {
        String printed = column.get(k - 1);
        assertThat(PublishedRumours.isReached(printed, mean))
                .describedAs("%s, k=%d: %s is %.5f, printed %s", rule, k, figure, mean, printed)
                .isTrue();
    }

    /** Why they cannot be: section "What is not reproduced" of {@code docs/simulation.md}. */
    @Test
    void theAverageTimesArePrintedLaterThanAnyEpidemicWithTheseLastTimesHasThem() {
        List<String> reached = new ArrayList<>();
        for (RumourRule rule : RumourRule.values()) {
            for (int k = 1; k <= K.last(); k++) {
                String printed = PublishedRumours.of(rule).averageTime().get(k - 1);
                if (PublishedRumours.isReached(printed, mean(runs(rule, k), RumourEpidemic::averageTime))) {
                    reached.add(rule + " " + k);
                }
            }
        }
        assertThat(reached).containsExactly("BLIND_COIN 1");
    }

    @Test
    void aPrintedFigureIsReachedWithinFivePerCentOrHalfAUnitOfItsLastDigit() {
        assertThat(PublishedRumours.isReached("0.18", 0.185)).isTrue();
        assertThat(PublishedRumours.isReached("0.18", 0.1895)).isFalse();
        assertThat(PublishedRumours.isReached("16.8", 17.6)).isTrue();
        assertThat(PublishedRumours.isReached("16.8", 17.7)).isFalse();
        assertThat(PublishedRumours.isReached("0.0012", 0.00143)).isTrue();
        assertThat(PublishedRumours.isReached("0.0012", 0.00145)).isFalse();
    }

    @Test
    void aChainOfBlindSitesThatPushOnceEndsAtTheFirstWhoKnows() {
        for (RumourEpidemic chain : runs(RumourRule.BLIND_COIN, 1).subList(0, 50)) {
            int sitesThatHeard = (int) Math.round((1 - chain.residue()) * PublishedRumours.SITES);
            assertThat(chain.lastTime()).isEqualTo(sitesThatHeard - 1);
            assertThat(chain.averageTime()).isEqualTo(chain.lastTime() / 2.0);
            assertThat(chain.traffic() * PublishedRumours.SITES).isEqualTo(sitesThatHeard);
        }
    }
}
