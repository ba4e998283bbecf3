package sosad.app.diagram.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeWindowTest {
    private static final TimeWindow WHOLE = new TimeWindow(0, 1_000_000_000);

    @Test
    void aMomentKeepsItsPlaceWhenOneLooksCloser() {
        TimeWindow closer = WHOLE.zoomed(0.5, 0.25, WHOLE);

        assertThat(closer.at(0.25)).isEqualTo(WHOLE.at(0.25));
        assertThat(closer.nanos()).isEqualTo(500_000_000);
    }

    @Test
    void aWindowNeverLeavesTheWhole() {
        TimeWindow end = new TimeWindow(800_000_000, 1_000_000_000);

        assertThat(end.moved(3, WHOLE)).isEqualTo(end);
        assertThat(end.moved(-30, WHOLE)).isEqualTo(new TimeWindow(0, 200_000_000));
        assertThat(end.zoomed(100, 0.5, WHOLE)).isEqualTo(WHOLE);
        assertThat(TimeWindow.between(990_000_000, 1_500_000_000, WHOLE).toNanos())
                .isEqualTo(1_000_000_000);
    }

    @Test
    void nobodyLooksCloserThanOperationsCanBeToldApart() {
        assertThat(WHOLE.zoomed(1e-12, 0.5, WHOLE).nanos()).isEqualTo(TimeWindow.MIN_NANOS);
        assertThat(TimeWindow.between(7, 7, WHOLE).nanos()).isEqualTo(TimeWindow.MIN_NANOS);
    }

    @Test
    void aWindowMovesOnlyToShowWhatIsNotInSight() {
        TimeWindow window = new TimeWindow(100_000_000, 200_000_000);

        assertThat(window.showing(150_000_000, WHOLE)).isEqualTo(window);
        assertThat(window.showing(500_000_000, WHOLE)).isEqualTo(new TimeWindow(450_000_000, 550_000_000));
    }
}
