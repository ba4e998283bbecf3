package sosad.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sosad.app.testing.Snapshots;

class HistoryTest {
    /** A history and what it must have. */
    private record Pair(History history, List<Snapshot> model) {
        Pair plus(Snapshot next) {
            List<Snapshot> longer = new ArrayList<>(model);
            longer.add(next);
            return new Pair(history.plus(next), longer);
        }
    }

    private static Snapshot snapshot(int index, int step, Phase phase) {
        return Snapshots.of(
                index,
                step,
                step,
                step,
                phase,
                new RunEvent.StepDone(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Set.of(),
                List.of(),
                false);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void historiesThatBranchOffEachOtherDoNotDisturbEachOther(long seed) {
        Random random = new Random(seed);
        Snapshot start = snapshot(0, 0, Phase.START);
        List<Pair> all = new ArrayList<>(List.of(new Pair(History.startingWith(start), List.of(start))));
        for (int i = 0; i < 600; i++) {
            Pair from = all.get(Math.max(0, all.size() - 1 - random.nextInt(20)));
            Snapshot last = from.history().present();
            Phase phase = random.nextInt(200) == 0 ? Phase.LIVE : Phase.ACTING;
            all.add(from.plus(snapshot(last.index() + 1, last.step() + random.nextInt(4) / 3, phase)));
        }
        for (Pair pair : all) {
            History history = pair.history();
            List<Snapshot> model = pair.model();
            assertThat(history.snapshots()).isEqualTo(model).hasSize(history.size());
            assertThat(history.hasLived()).isEqualTo(model.stream().anyMatch(Snapshot::isLive));
            for (Snapshot one : model) {
                assertThat(history.at(one.index())).isSameAs(one);
                assertThat(history.before(one)).isEqualTo(lastBefore(one, model));
            }
        }
    }

    private static Optional<Snapshot> lastBefore(Snapshot one, List<Snapshot> all) {
        return all.stream().filter(other -> other.step() < one.step()).reduce((first, second) -> second);
    }

    @Test
    void whatItGoesOnFromIsPartOfIt() {
        History start = History.startingWith(snapshot(0, 0, Phase.START));
        History one = start.plus(snapshot(1, 1, Phase.ACTING));
        History other = start.plus(snapshot(1, 1, Phase.LIVE));
        assertThat(one.first(1)).isSameAs(start).isSameAs(other.first(1));
        Snapshot looksDifferent = snapshot(1, 2, Phase.DELIVERED);
        assertThat(other.withPresent(looksDifferent).snapshots()).containsExactly(start.present(), looksDifferent);
        assertThat(other.present().phase()).isEqualTo(Phase.LIVE);
        assertThat(start.withPresent(looksDifferent).snapshots()).containsExactly(looksDifferent);
    }
}
