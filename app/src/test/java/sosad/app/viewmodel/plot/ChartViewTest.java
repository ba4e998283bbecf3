package sosad.app.viewmodel.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;

class ChartViewTest {
    private static Series series(String y, double... ys) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < ys.length; i++) {
            points.add(new Point(i, ys[i]));
        }
        return new Series("Latency", "p99", "time, s", y, points);
    }

    @Test
    void latenciesThatDifferMuchStandOnAScaleOfFactors() {
        assertThat(ChartView.of(List.of(series("latency, ms", 0.2, 900)), List.of())
                        .logarithmic())
                .isTrue();
        assertThat(ChartView.of(List.of(series("latency, ms", 0.2, 0.9)), List.of())
                        .logarithmic())
                .isFalse();
        assertThat(ChartView.of(List.of(series("operations/s", 1, 90_000)), List.of())
                        .logarithmic())
                .isFalse();
    }

    @Test
    void everyValueIsBetweenTheFootAndTheTop() {
        ChartView chart = ChartView.of(List.of(series("latency, ms", 0, 0.2, 900)), List.of());
        assertThat(chart.scale().share(0)).isZero();
        assertThat(chart.scale().share(900)).isLessThanOrEqualTo(1);
        assertThat(chart.scale().marks(10)).contains(0.1, 1.0, 1000.0);
        assertThat(ChartView.of(List.of(series("n", 0, 0)), List.of()).scale().share(0))
                .isZero();
    }

    @Test
    void faultsBelongOnAnAxisOfTimeAlone() {
        FaultBand band = new FaultBand("killed", Optional.empty(), 0, 1);
        Series byVersions = new Series("Staleness", "all", "versions behind", "share, %", List.of(new Point(1, 2)));
        assertThat(ChartView.of(List.of(byVersions), List.of(band)).bands()).isEmpty();
        assertThat(ChartView.of(List.of(series("n", 1)), List.of(band)).bands()).hasSize(1);
    }

    @Test
    void valuesAreSaidWithTheirUnit() {
        ChartView chart = ChartView.of(List.of(series("latency, ms", 1, 2)), List.of());
        assertThat(chart.value(8.134)).isEqualTo("8.13 ms");
        assertThat(ChartView.short3(41_200)).isEqualTo("41,200");
        assertThat(ChartView.at(chart.series().get(0), 0.9)).contains(new Point(1, 2));
        assertThat(chart.position(15.2)).isEqualTo("15.200 s");
    }
}
