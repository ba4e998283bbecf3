package sosad.app.viewmodel.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.app.diagram.plot.AxisMarks;

class PlotTextTest {
    @Test
    void durationsHaveThreeDigitsAndAUnit() {
        assertThat(PlotText.duration(830)).isEqualTo("830 ns");
        assertThat(PlotText.duration(8_130)).isEqualTo("8.13 µs");
        assertThat(PlotText.duration(81_300_000)).isEqualTo("81.3 ms");
        assertThat(PlotText.duration(2_000_000_000)).isEqualTo("2.00 s");
        assertThat(PlotText.decade(5)).isEqualTo("100 µs");
        assertThat(PlotText.decade(7)).isEqualTo("10 ms");
        assertThat(PlotText.decade(10)).isEqualTo("10 s");
    }

    @Test
    void momentsOnAnAxisAreAsExactAsItsMarks() {
        assertThat(PlotText.onAxis(15_000_000_000L, 5_000_000_000L)).isEqualTo("15 s");
        assertThat(PlotText.onAxis(15_250_000_000L, 50_000_000)).isEqualTo("15.25 s");
        assertThat(PlotText.onAxis(135_000_000_000L, 20_000_000_000L)).isEqualTo("2:15");
        assertThat(PlotText.onAxis(1_205_500_000_000L, 500_000_000)).isEqualTo("20:05.5");
        assertThat(PlotText.moment(135_204_000_000L)).isEqualTo("2:15.204");
    }

    @Test
    void marksOfAnAxisAreRoundAndNotTooMany() {
        assertThat(AxisMarks.between(0, 30, 6).values()).containsExactly(0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0);
        assertThat(AxisMarks.between(3.2, 4.1, 5).values()).hasSize(5).contains(4.0);
        assertThat(AxisMarks.whole(0, 2, 8).values()).containsExactly(0.0, 1.0, 2.0);
    }
}
