package sosad.app.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What a link's faults do to its messages, in numbers, and when the messages come out. */
class TimetableTest {
    private static final int MESSAGES = 20_000;
    private static final int BYTES = 100;
    private static final long MILLI = 1_000_000;
    private static final LinkConditions HOUR_LATE =
            LinkConditions.NONE.withDelay(new Delay(3_600_000, 0, Delay.Spread.FIXED));

    /** The messages of a link, so far apart, under these faults. */
    private static List<Transit> admitted(
            Timetable timetable, LinkConditions faults, long seed, int messages, long apart) {
        SplittableRandom chance = new SplittableRandom(seed);
        List<Transit> transits = new ArrayList<>();
        for (int i = 0; i < messages; i++) {
            Transit transit = new Transit(Chances.draw(chance), BYTES);
            timetable.admit(transit, faults, i * apart);
            transits.add(transit);
        }
        return transits;
    }

    private static List<Long> dues(List<Transit> transits) {
        return transits.stream().map(transit -> transit.dueNanos).toList();
    }

    private static List<Long> dues(LinkConditions faults, long seed, int messages, long apart) {
        return dues(admitted(new Timetable(), faults, seed, messages, apart));
    }

    private static double share(Predicate<Chances> which) {
        SplittableRandom chance = new SplittableRandom(1);
        int matching = 0;
        for (int i = 0; i < MESSAGES; i++) {
            matching += which.test(Chances.draw(chance)) ? 1 : 0;
        }
        return matching / (double) MESSAGES;
    }

    @Property(tries = 50, seed = "21")
    void theSameSeedDecidesTheSame(@ForAll long seed) {
        LinkConditions faults =
                LinkConditions.NONE.withReorderMillis(5).withDelay(new Delay(5, 5, Delay.Spread.NORMAL));
        assertThat(dues(faults, seed, 50, MILLI)).isEqualTo(dues(faults, seed, 50, MILLI));
    }

    @Example
    void aThirdOfTheMessagesIsLostIfALossOfAThirdIsAskedFor() {
        assertThat(share(one -> one.isLost(LinkConditions.NONE.withLoss(0.33)))).isBetween(0.31, 0.35);
        assertThat(share(one -> one.isLost(LinkConditions.NONE.withCut(true)))).isEqualTo(1);
    }

    @Example
    void duplicatesAndChangedBytesComeAsOftenAsAskedFor() {
        assertThat(share(one -> one.copies(LinkConditions.NONE.withDuplicate(0.1)) == 2))
                .isBetween(0.09, 0.11);
        assertThat(share(one -> one.isCorrupt(LinkConditions.NONE.withCorrupt(0.05))))
                .isBetween(0.04, 0.06);
    }

    @Property(tries = 100, seed = "22")
    void aDelayNeverChangesTheOrder(@ForAll long seed) {
        LinkConditions faults = LinkConditions.NONE.withDelay(new Delay(5, 5, Delay.Spread.UNIFORM));
        assertThat(dues(faults, seed, 200, MILLI / 10)).isSorted();
    }

    @Example
    void aReorderWindowLetsMessagesOvertakeEachOtherWithinIt() {
        List<Long> dues = dues(LinkConditions.NONE.withReorderMillis(10), 3, 1_000, MILLI);
        int overtaken = 0;
        for (int i = 1; i < dues.size(); i++) {
            overtaken += dues.get(i) < dues.get(i - 1) ? 1 : 0;
            assertThat(dues.get(i) - i * MILLI).isBetween(0L, 10 * MILLI);
        }
        assertThat(overtaken).isPositive();
    }

    @Example
    void aRateLimitSpacesMessagesByTheirSize() {
        assertThat(dues(LinkConditions.NONE.withBytesPerSecond(100_000), 4, 10, 0)
                        .get(9))
                .isEqualTo(10 * MILLI);
    }

    @Property(tries = 200, seed = "23")
    void whateverWasWrongAHealedLinkLetsEverythingGoAtOnceInOrder(
            @ForAll long seed, @ForAll boolean reorders, @ForAll boolean isNarrow) {
        LinkConditions faults = HOUR_LATE.withReorderMillis(reorders ? 50 : 0).withBytesPerSecond(isNarrow ? 100 : 0);
        Timetable timetable = new Timetable();
        List<Transit> underWay = admitted(timetable, faults, seed, 50, MILLI);
        long now = 60 * MILLI;
        timetable.change(underWay, LinkConditions.NONE, now);
        assertThat(dues(underWay)).isSorted().allMatch(due -> due <= now);
        Transit next = new Transit(Chances.draw(new SplittableRandom(seed)), BYTES);
        timetable.admit(next, LinkConditions.NONE, now);
        assertThat(next.dueNanos).isEqualTo(now);
    }

    @Example
    void aShorterDelayCountsFromWhenAMessageCame() {
        Timetable timetable = new Timetable();
        List<Transit> underWay = admitted(timetable, HOUR_LATE, 1, 3, MILLI);
        timetable.change(underWay, LinkConditions.NONE.withDelay(new Delay(10, 0, Delay.Spread.FIXED)), 5 * MILLI);
        assertThat(dues(underWay)).containsExactly(10 * MILLI, 11 * MILLI, 12 * MILLI);
    }

    @Example
    void anotherRateGoesOnWhereTheOldOneStopped() {
        Timetable timetable = new Timetable();
        List<Transit> underWay = admitted(timetable, LinkConditions.NONE.withBytesPerSecond(1_000), 1, 3, 0);
        assertThat(dues(underWay)).containsExactly(100 * MILLI, 200 * MILLI, 300 * MILLI);
        timetable.change(underWay, LinkConditions.NONE.withBytesPerSecond(10_000), 150 * MILLI);
        assertThat(dues(underWay)).containsExactly(100 * MILLI, 155 * MILLI, 165 * MILLI);
    }

    @Example
    void aParetoDelayHasATailAndNoMessageIsEarly() {
        Delay delay = new Delay(10, 5, Delay.Spread.PARETO);
        List<Double> millis = new ArrayList<>();
        SplittableRandom chance = new SplittableRandom(5);
        for (int i = 0; i < MESSAGES; i++) {
            millis.add(delay.nanos(chance) / 1e6);
        }
        assertThat(millis).allMatch(each -> each >= 10);
        assertThat(millis).filteredOn(each -> each > 40).isNotEmpty();
        assertThat(millis.stream().sorted().toList().get(MESSAGES / 2)).isBetween(11.0, 12.5);
    }

    @Example
    void aFaultOutOfRangeIsRefusedByItsName() {
        assertThatThrownBy(() -> LinkConditions.NONE.withLoss(1.1)).hasMessage("loss 1.1: it must be from 0 to 1.0");
        assertThatThrownBy(() -> LinkConditions.NONE.withDuplicate(Double.NaN)).hasMessageStartingWith("duplicate NaN");
        assertThatThrownBy(() -> LinkConditions.NONE.withBytesPerSecond(-1)).hasMessageStartingWith("rate -1");
        assertThatThrownBy(() -> new Delay(-1, 0, Delay.Spread.FIXED)).hasMessageStartingWith("delay -1.0");
        assertThatThrownBy(() -> new Delay(1, 1, Delay.Spread.FIXED)).hasMessageStartingWith("jitter 1.0 needs");
    }
}
