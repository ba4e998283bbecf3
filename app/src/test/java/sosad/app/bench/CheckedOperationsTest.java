package sosad.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import sosad.app.bench.Bench.BenchSize;

class CheckedOperationsTest {
    @Test
    void everyStaleReadOfTheMeasuredHistoryIsFound() {
        assertThat(new CheckedOperations().take(BenchSize.QUICK)).hasSize(3).allSatisfy(result -> assertThat(
                        result.name())
                .startsWith("operations judged a second of one core's time; 8 clients"));
    }
}
