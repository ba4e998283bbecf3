package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What a link's faults do to its messages, in numbers. */
class HazardTest {
    private static final int MESSAGES = 20_000;
    private static final int BYTES = 100;
    private static final long MILLI = 1_000_000;

    private static List<List<Hazard.Copy>> decide(LinkFaults faults, long seed, int messages, long apartNanos) {
        Hazard hazard = new Hazard(seed);
        List<List<Hazard.Copy>> decided = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            decided.add(hazard.decide(faults, BYTES, i * apartNanos));
        }
        return decided;
    }

    private static double share(
            List<List<Hazard.Copy>> decided, java.util.function.Predicate<List<Hazard.Copy>> which) {
        return decided.stream().filter(which).count() / (double) decided.size();
    }

    @Property(tries = 50, seed = "21")
    void theSameSeedDecidesTheSame(@ForAll long seed) {
        LinkFaults faults = LinkFaults.NONE.withLoss(0.2).withDuplicate(0.1).withReorderMillis(5);
        assertThat(decide(faults, seed, 50, MILLI)).isEqualTo(decide(faults, seed, 50, MILLI));
    }

    @Test
    void aThirdOfTheMessagesIsLostIfALossOfAThirdIsAskedFor() {
        assertThat(share(decide(LinkFaults.NONE.withLoss(0.33), 1, MESSAGES, MILLI), List::isEmpty))
                .isBetween(0.31, 0.35);
        assertThat(share(decide(LinkFaults.NONE.withCut(true), 1, 100, MILLI), List::isEmpty))
                .isEqualTo(1);
    }

    @Test
    void duplicatesAndChangedBytesComeAsOftenAsAskedFor() {
        List<List<Hazard.Copy>> decided =
                decide(LinkFaults.NONE.withDuplicate(0.1).withCorrupt(0.05), 2, MESSAGES, MILLI);
        assertThat(share(decided, copies -> copies.size() == 2)).isBetween(0.09, 0.11);
        assertThat(share(decided, copies -> copies.get(0).corruptAt() >= 0)).isBetween(0.04, 0.06);
    }

    @Property(tries = 100, seed = "22")
    void aDelayNeverChangesTheOrder(@ForAll long seed) {
        LinkFaults faults = LinkFaults.NONE.withDelay(new Delay(5, 5, Delay.Spread.UNIFORM));
        long last = Long.MIN_VALUE;
        for (List<Hazard.Copy> copies : decide(faults, seed, 200, MILLI / 10)) {
            assertThat(copies.get(0).dueNanos()).isGreaterThanOrEqualTo(last);
            last = copies.get(0).dueNanos();
        }
    }

    @Test
    void aReorderWindowLetsMessagesOvertakeEachOtherWithinIt() {
        List<List<Hazard.Copy>> decided = decide(LinkFaults.NONE.withReorderMillis(10), 3, 1_000, MILLI);
        int overtaken = 0;
        for (int i = 1; i < decided.size(); i++) {
            overtaken +=
                    decided.get(i).get(0).dueNanos() < decided.get(i - 1).get(0).dueNanos() ? 1 : 0;
            assertThat(decided.get(i).get(0).dueNanos() - i * MILLI).isBetween(0L, 10 * MILLI);
        }
        assertThat(overtaken).isPositive();
    }

    @Test
    void aRateLimitSpacesMessagesByTheirSize() {
        List<List<Hazard.Copy>> decided = decide(LinkFaults.NONE.withBytesPerSecond(100_000), 4, 10, 0);
        assertThat(decided.get(9).get(0).dueNanos()).isEqualTo(10 * MILLI);
    }

    @Test
    void aParetoDelayHasATailAndNoMessageIsEarly() {
        Delay delay = new Delay(10, 5, Delay.Spread.PARETO);
        List<Double> millis = new ArrayList<>();
        java.util.SplittableRandom chance = new java.util.SplittableRandom(5);
        for (int i = 0; i < MESSAGES; i++) {
            millis.add(delay.nanos(chance) / 1e6);
        }
        assertThat(millis).allMatch(each -> each >= 10);
        assertThat(millis).filteredOn(each -> each > 40).isNotEmpty();
        assertThat(millis.stream().sorted().toList().get(MESSAGES / 2)).isBetween(11.0, 12.5);
    }

    @Test
    void aFaultOutOfRangeIsRefusedByItsName() {
        assertThatThrownBy(() -> LinkFaults.NONE.withLoss(1.1)).hasMessage("loss 1.1: it is from 0 to 1.0");
        assertThatThrownBy(() -> LinkFaults.NONE.withDuplicate(Double.NaN)).hasMessageStartingWith("duplicate NaN");
        assertThatThrownBy(() -> LinkFaults.NONE.withBytesPerSecond(-1)).hasMessageStartingWith("rate -1");
        assertThatThrownBy(() -> new Delay(-1, 0, Delay.Spread.FIXED)).hasMessageStartingWith("delay -1.0");
        assertThatThrownBy(() -> new Delay(1, 1, Delay.Spread.FIXED)).hasMessageStartingWith("jitter 1.0 needs");
    }
}
