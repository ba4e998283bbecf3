package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersistentListTest {
    /** A list and what it must have. */
    private record Pair(PersistentList<Integer> list, List<Integer> model) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void listsThatBranchOffEachOtherKeepWhatTheyHave(long seed) {
        Random random = new Random(seed);
        List<Pair> all = new ArrayList<>(List.of(new Pair(PersistentList.empty(), List.of())));
        for (int change = 0; change < 600; change++) {
            Pair from = all.get(Math.max(0, all.size() - 1 - random.nextInt(20)));
            PersistentList<Integer> list = from.list();
            List<Integer> model = new ArrayList<>(from.model());
            int at = random.nextInt(model.size() + 1);
            if (at == model.size() || random.nextInt(3) > 0) {
                list = list.plus(at, change);
                model.add(at, change);
            } else if (random.nextBoolean()) {
                list = list.with(at, change);
                model.set(at, change);
            } else {
                list = list.minus(at);
                model.remove(at);
            }
            all.add(new Pair(list, model));
        }
        for (Pair pair : all) {
            assertThat(pair.list()).isEqualTo(pair.model()).hasSameHashCodeAs(pair.model());
            assertThat(pair.list().stream().toList()).isEqualTo(pair.model());
            assertThat(IntStream.range(0, pair.model().size()).mapToObj(pair.list()::get))
                    .isEqualTo(pair.model());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatTwoSortedListsDoNotShareIsTold(long seed) {
        Random random = new Random(seed);
        List<PersistentList<Integer>> all = new ArrayList<>(List.of(PersistentList.empty()));
        for (int change = 0; change < 400; change++) {
            PersistentList<Integer> from = all.get(Math.max(0, all.size() - 1 - random.nextInt(20)));
            int element = random.nextInt(300);
            int place = from.place(element, Comparator.naturalOrder());
            boolean isThere = place < from.size() && from.get(place) == element;
            all.add(isThere ? from.minus(place) : from.plus(place, element));
        }
        for (int i = 0; i < 400; i++) {
            PersistentList<Integer> before = all.get(random.nextInt(all.size()));
            PersistentList<Integer> after = all.get(random.nextInt(all.size()));
            List<Integer> gone = new ArrayList<>(before);
            gone.removeAll(after);
            List<Integer> come = new ArrayList<>(after);
            come.removeAll(before);
            List<Integer> toldGone = new ArrayList<>();
            List<Integer> toldCome = new ArrayList<>();

            PersistentList.differences(before, after, Comparator.naturalOrder(), toldGone::add, toldCome::add);

            assertThat(toldGone).isEqualTo(gone);
            assertThat(toldCome).isEqualTo(come);
        }
    }

    @Test
    void aChangeCostsNoMoreThanAWayThroughTheTree() {
        PersistentList<Integer> list =
                PersistentList.copyOf(IntStream.range(0, 10_000).boxed().toList());
        for (PersistentList<Integer> changed :
                List.of(list.plus(1), list.plus(5_000, 1), list.with(77, 1), list.minus(3_000))) {
            assertThat(PersistentList.nodes(List.of(list, changed)) - 10_000).isBetween(1, 16);
        }
    }

    @Test
    void itStaysFlatHoweverItGrows() {
        PersistentList<Integer> list = PersistentList.empty();
        for (int i = 0; i < 100_000; i++) {
            list = list.plus(i);
        }
        PersistentList<Integer> more = list.plus(0);
        assertThat(PersistentList.nodes(List.of(list, more)) - 100_000).isLessThan(25);
    }

    @Test
    void aSortedListSaysWhereAnElementBelongs() {
        PersistentList<Integer> list = PersistentList.copyOf(List.of(10, 20, 30));
        assertThat(IntStream.of(5, 10, 11, 30, 31).map(wanted -> list.place(wanted, Comparator.naturalOrder())))
                .containsExactly(0, 0, 1, 2, 3);
    }

    @Test
    void aCopyOfItIsItself() {
        PersistentList<Integer> list = PersistentList.copyOf(List.of(1, 2));
        assertThat(PersistentList.copyOf(list)).isSameAs(list);
        assertThat(PersistentList.copyOf(List.of())).isSameAs(PersistentList.empty());
    }
}
