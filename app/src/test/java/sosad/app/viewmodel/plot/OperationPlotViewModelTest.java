package sosad.app.viewmodel.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import sosad.app.diagram.plot.DotKind;
import sosad.app.diagram.plot.PlotGeometry;
import sosad.app.diagram.plot.TimeWindow;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.app.testing.SampleOperations;
import sosad.model.NodeId;

class OperationPlotViewModelTest {
    private static final NodeId A = new NodeId("A");
    private static final NodeId B = new NodeId("B");

    private final OperationPlotViewModel plot = new OperationPlotViewModel();

    @Test
    void aPartThatIsLookedAtStaysWhileTheLogGrowsAndTheWholeGrowsWithIt() {
        OperationLog log = SampleOperations.log(1_000, 10);
        plot.show(log, List.of(), 10_000_000_000L);
        plot.zoom(0.5, 0.5);
        TimeWindow looked = plot.windowProperty().get();

        plot.show(log, List.of(), 12_000_000_000L);
        assertThat(plot.windowProperty().get()).isEqualTo(looked);

        plot.fit();
        plot.show(log, List.of(), 15_000_000_000L);
        assertThat(plot.windowProperty().get()).isEqualTo(new TimeWindow(0, 15_000_000_000L));
        assertThat(plot.zoomedProperty().get()).isFalse();
    }

    @Test
    void whatIsChosenByTheKeyboardComesIntoSight() {
        plot.show(SampleOperations.log(5_000, 10), SampleOperations.bands(10), 0);
        plot.look(0, 50_000_000);
        PlotGeometry geometry = plot.geometry(400, 200, 1);

        plot.chooseBeside(geometry, true, true);

        assertThat(plot.dots().kind(plot.chosenDot()).isNotable()).isTrue();
        long sent = plot.dots().sentNanos(plot.chosenDot());
        TimeWindow window = plot.windowProperty().get();
        assertThat(sent).isBetween(window.fromNanos(), window.toNanos());
        assertThat(plot.story()).isPresent();
    }

    @Test
    void evidenceIsChosenInALogThatIsNotReadYet() {
        OperationLog log = SampleOperations.log(400_000, 10);
        plot.show(log, List.of(), 0);
        assertThat(plot.isLoading()).isTrue();

        plot.chooseOperation(log.size() - 1);

        assertThat(plot.chosenProperty().get()).isEqualTo(log.size() - 1);
        assertThat(plot.dots().operation(plot.chosenDot())).isEqualTo(log.size() - 1);
    }

    @Test
    void anotherLogBeginsAfresh() {
        plot.show(SampleOperations.log(1_000, 10), List.of(), 0);
        plot.zoom(true);
        plot.choose(7);

        plot.clear();

        assertThat(plot.chosenProperty().get()).isEqualTo(OperationPlotViewModel.NONE);
        assertThat(plot.zoomedProperty().get()).isFalse();
        assertThat(plot.dots().size()).isZero();
        plot.zoom(true); // does nothing harmful
        plot.chooseBeside(plot.geometry(100, 100, 1), true, false);
        assertThat(plot.story()).isEmpty();
    }

    @Test
    void theStoryOfAStaleReadNamesTheWriteThatItMissed() {
        OperationLog log = new OperationLog();
        log.add(new Operation(
                1, A, OperationKind.WRITE, "k118", 43, 15_190_000_000L, 15_195_900_000L, OperationOutcome.OK));
        log.add(new Operation(
                1, A, OperationKind.WRITE, "k118", 44, 15_200_000_000L, 15_205_000_000L, OperationOutcome.OK));
        log.add(new Operation(
                5, B, OperationKind.READ, "k118", 41, 15_204_000_000L, 15_212_100_000L, OperationOutcome.OK, 2));

        assertThat(OperationStory.of(log, 2).lines())
                .containsExactly(
                        "15.204 s  client 5 → B  GET k118 → v41, 8.10 ms",
                        "Stale: 2 versions behind; v43 was acknowledged at A 8.10 ms before.");
    }

    @Test
    void whatWasNeverAnsweredMayHaveBeenDone() {
        OperationLog log = new OperationLog();
        log.add(new Operation(
                2, B, OperationKind.WRITE, "k", 9, 1_000_000, 2_001_000_000, OperationOutcome.UNANSWERED));
        log.add(new Operation(2, B, OperationKind.DELETE, "k", 0, 1_000_000, 1_400_000, OperationOutcome.REFUSED));

        assertThat(OperationStory.of(log, 0).lines())
                .containsExactly(
                        "0.001 s  client 2 → B  SET k = v9 → no reply, 2.00 s",
                        "The client gave up waiting: the write may have been done, or may still be.");
        assertThat(OperationStory.of(log, 1).request()).endsWith("DEL k → refused, 400 µs");
    }

    @Test
    void aMillionOperationsAreReadInParts() {
        OperationLog log = SampleOperations.log(300_000, 10);
        plot.show(log, List.of(), 0);
        int parts = 1;
        while (plot.isLoading()) {
            plot.take();
            parts++;
        }
        assertThat(parts).isGreaterThan(1);
        assertThat(plot.loadedShare()).isEqualTo(1);
        assertThat(plot.dots().count(DotKind.UNANSWERED)).isPositive();
    }
}
