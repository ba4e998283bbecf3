package sosad.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.app.bench.Bench.BenchSize;

class HistoryCostsTest {
    @Test
    void itMeasuresHeapAndTime() {
        assertThat(new HistoryCosts().take(BenchSize.QUICK))
                .extracting(BenchResult::measured)
                .satisfiesExactly(
                        read -> assertThat(read).endsWith(" bytes"),
                        write -> assertThat(write).endsWith(" bytes"),
                        append -> assertThat(append).endsWith(" µs"),
                        review -> assertThat(review).endsWith(" µs"),
                        watch -> assertThat(watch).endsWith(" µs"));
    }
}
