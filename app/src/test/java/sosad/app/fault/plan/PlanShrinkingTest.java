package sosad.app.fault.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The search itself; who fails is invented. */
class PlanShrinkingTest {
    private static final int MANY = 100_000;

    private static PlanShrinking shrunk(PlanPart whole, int most, Predicate<PlanPart> fails) throws Exception {
        PlanShrinking search = new PlanShrinking(whole, 100, most, (number, part) -> fails.test(part));
        search.run();
        return search;
    }

    private static PlanPart chaos(long seed) {
        return PlanPart.whole(BundledPlans.load("chaos", Plans.FIVE), Plans.FIVE, seed, 30_000);
    }

    /** The faults of these numbers, whatever their order, at most as many as there are. */
    private static Set<Decision> planted(PlanPart whole, List<Integer> numbers) {
        Set<Decision> cause = new HashSet<>();
        numbers.forEach(
                number -> cause.add(whole.faults().get(number % whole.faults().size())));
        return cause;
    }

    @Property(tries = 100)
    void theOneCauseIsFoundAmongManyFaults(
            @ForAll @IntRange(max = 1_000) int seed,
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 500) Integer> numbers)
            throws Exception {
        PlanPart whole = chaos(seed);
        Set<Decision> cause = planted(whole, numbers);
        PlanPart found = shrunk(whole, MANY, part -> startsOf(part).containsAll(startsOf(cause)))
                .smallest();
        assertThat(startsOf(found)).isEqualTo(startsOf(cause));
        assertThat(found.faults()).hasSameSizeAs(cause);
    }

    /** What happens and when, for however long. */
    private static Set<List<Object>> startsOf(Iterable<Decision> faults) {
        Set<List<Object>> starts = new HashSet<>();
        faults.forEach(fault -> starts.add(List.of(fault.atMillis(), fault.fault())));
        return starts;
    }

    private static Set<List<Object>> startsOf(PlanPart part) {
        return startsOf(part.faults());
    }

    @Property(tries = 200)
    void whateverFailsNoItemOfTheMinimalPartCanBeSpared(
            @ForAll @IntRange(min = 1, max = 24) int size, @ForAll long chance) throws Exception {
        List<Integer> all = IntStream.range(0, size).boxed().toList();
        Predicate<List<Integer>> fails = part -> part.equals(all) || (part.hashCode() * chance >>> 40) % 3 == 0;
        List<Integer> found = new DeltaDebugging<Integer>(fails::test).minimal(all);
        assertThat(fails).accepts(found);
        for (Integer item : found) {
            List<Integer> rest = new ArrayList<>(found);
            rest.remove(item);
            assertThat(rest.isEmpty() || !fails.test(rest)).isTrue();
        }
    }

    @Property(tries = 50)
    void lengthsAreShortenedToAnEighthMoreThanItTakes(
            @ForAll @IntRange(max = 100) int seed, @ForAll @IntRange(min = 1, max = 900) int least) throws Exception {
        PlanPart whole = PlanPart.whole(
                Plans.of(
                        Plans.FIVE,
                        "at: 500 ms, pick: A, do: kill",
                        "at: 700 ms, pick: one link, do: cut, heal-after: 9 s",
                        "at: 4 s, pick: B, do: restart"),
                Plans.FIVE,
                seed,
                20_000);
        PlanPart found = shrunk(
                        whole,
                        MANY,
                        part -> part.faults().size() >= 2
                                && part.lastsMillis(0) >= least
                                && part.lastsMillis(1) >= least)
                .smallest();
        assertThat(found.faults()).hasSize(2);
        assertThat(found.lastsMillis(0)).isBetween((long) least, least + least / 7L + 2);
        assertThat(found.lastsMillis(1)).isBetween((long) least, least + least / 7L + 2);
        assertThat(found.millis()).isBetween(700L + least, (700L + least) * 8 / 7 + 2);
    }

    @Test
    void whatFailsWithoutAnyFaultIsFoundAtOnce() throws Exception {
        PlanShrinking search = shrunk(chaos(1), MANY, part -> true);
        assertThat(search.smallest().faults()).isEmpty();
        assertThat(search.parts()).isEqualTo(1);
    }

    @Test
    void theSearchEndsAfterSoManyPartsWithTheSmallestOfThem() throws Exception {
        PlanPart whole = chaos(1);
        Set<Decision> cause = planted(whole, List.of(3, 17, 40));
        PlanShrinking search = shrunk(whole, 12, part -> startsOf(part).containsAll(startsOf(cause)));
        assertThat(search.isCutShort()).isTrue();
        assertThat(search.parts()).isEqualTo(12);
        assertThat(startsOf(search.smallest())).containsAll(startsOf(cause));
        assertThat(search.smallest().faults()).hasSizeLessThan(whole.faults().size());
    }

    @Test
    void anInterruptedSearchKnowsTheSmallestPartSoFar() {
        PlanPart whole = chaos(1);
        Set<Decision> cause = planted(whole, List.of(3));
        PlanShrinking search = new PlanShrinking(whole, 100, MANY, (number, part) -> {
            if (number == 6) {
                throw new InterruptedException("Ctrl-C");
            }
            return startsOf(part).containsAll(startsOf(cause));
        });
        assertThatThrownBy(search::run).isInstanceOf(InterruptedException.class);
        assertThat(startsOf(search.smallest())).containsAll(startsOf(cause));
        assertThat(search.smallest().faults()).hasSizeLessThan(whole.faults().size());
    }

    @Test
    void whatIsLeftOutChangesNothingElse() throws Exception {
        PlanPart whole = chaos(3);
        PlanPart found = shrunk(whole, MANY, part -> startsOf(part).size() >= 5).smallest();
        FaultPlan written = found.asPlan("five", Optional.empty());
        FaultPlan read = FaultPlanReader.read("five.yaml", FaultPlanWriter.write(written), Plans.FIVE);
        assertThat(PlanPart.whole(read, Plans.FIVE, 99, found.millis()).faults())
                .isEqualTo(found.faults());
        assertThat(startsOf(whole)).containsAll(startsOf(found));
    }
}
