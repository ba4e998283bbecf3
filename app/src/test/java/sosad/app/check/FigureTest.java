package sosad.app.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locale")
class FigureTest {
    @Test
    void showsThreeDigitsAndItsUnit() {
        assertThat(Figure.count("reads", 412_930).text()).isEqualTo("412,930");
        assertThat(Figure.millis("median", 1.4).text()).isEqualTo("1.40 ms");
        assertThat(Figure.percent("stale", 0.031).text()).isEqualTo("3.10 %");
        assertThat(Figure.of("throughput", 41_200.4, "ops/s").text()).isEqualTo("41,200 ops/s");
        assertThat(Figure.millis("least", 0).text()).isEqualTo("0 ms");
    }

    @Test
    void isNeverNothing() {
        assertThatThrownBy(() -> Figure.millis("median", Double.NaN)).hasMessage("median: NaN is not a figure");
    }
}
