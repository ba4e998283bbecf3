package sosad.app.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.cluster.SimulatedCluster;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.watch.ConvergenceCurve;
import sosad.app.watch.ConvergenceFigures;
import sosad.app.watch.InvariantWatch;
import sosad.app.watch.Lamp;
import sosad.app.watch.ReviewedRun;
import sosad.app.watch.RunReview;

/** A run is reviewed as it goes on, and all moments of it are there. */
class RunReviewTest {
    private static List<Snapshot> play(Scenario scenario, int ticks) {
        List<Snapshot> snapshots = new ArrayList<>();
        try (SimulatedCluster cluster = new SimulatedCluster(
                scenario.cluster().nodes(),
                scenario.cluster().rules(),
                scenario.cluster().store(),
                scenario.cluster().gatewayNames())) {
            cluster.startAll();
            StepRun run = new StepRun(scenario, cluster, snapshots::add);
            run.playAll();
            for (int i = 0; i < ticks; i++) {
                run.tick();
            }
        }
        return snapshots;
    }

    private static List<Lamp> lamps(List<Snapshot> run) {
        InvariantWatch watch = new InvariantWatch();
        run.forEach(watch::next);
        return watch.lamps();
    }

    @Test
    void whatIsReviewedPieceByPieceIsWhatIsReviewedAtOnce() {
        List<Snapshot> run = play(RandomScenarios.of(7), 0);
        RunReview review = new RunReview();
        ReviewedRun pieces = ReviewedRun.NONE;
        for (int size = 1; size <= run.size(); size += 3) {
            pieces = review.of(History.of(run.subList(0, size)));
        }
        pieces = review.of(History.of(run));

        ReviewedRun once = new RunReview().of(History.of(run));
        assertThat(pieces.curve()).isEqualTo(once.curve());
        for (int i = 0; i < run.size(); i++) {
            assertThat(pieces.lamps(i)).isEqualTo(once.lamps(i)).isEqualTo(lamps(run.subList(0, i + 1)));
        }
    }

    @Test
    void anotherRunOfTheSameLengthIsReviewedAnew() {
        Scenario lesson = BundledScenarios.load("partition");
        RunReview review = new RunReview();
        review.of(History.of(play(lesson, 0)));
        List<Snapshot> other = play(lesson, 0);

        ReviewedRun reviewed = review.of(History.of(other));

        assertThat(reviewed.curve().points()).hasSize(other.size());
        assertThat(reviewed.lamps(other.size() - 1)).isEqualTo(lamps(other));
    }

    @Test
    void aLongCurveIsThinnedAndEndsWhereTheRunDoes() {
        List<Snapshot> run = play(BundledScenarios.load("sample"), 1_500);

        ConvergenceCurve curve = new RunReview().of(History.of(run)).curve();

        Snapshot last = run.get(run.size() - 1);
        assertThat(curve.points()).hasSizeBetween(128, 512);
        assertThat(curve.at(1))
                .isEqualTo(new ConvergenceCurve.Point(last.index(), last.time(), ConvergenceFigures.of(last)));
        assertThat(curve.points())
                .extracting(ConvergenceCurve.Point::event)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(curve.place(last.index())).isEqualTo(1);
        assertThat(curve.place(0)).isZero();
    }
}
