package sosad.app.compare.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.app.compare.CompareColumn;
import sosad.app.compare.CompareRow;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.CompareSettings;
import sosad.app.compare.ComparedRules;
import sosad.app.compare.Comparer;
import sosad.app.compare.Comparer.CompareListener;
import sosad.app.compare.Comparison;
import sosad.app.process.Program;
import sosad.message.Launch.StoreKind;
import sosad.protocol.Rules.Content;

/** The simulated figures against those of real processes. */
@Timeout(120)
class MeasuredRulesIT {
    private static final long SEED = 7;

    /** Timers of a busy machine are late, so that one push carries what two would. */
    private static final Percentage OF_TIMERS = Percentage.withPercentage(25);

    @Test
    void realProcessesSendAsMuchAsTheSimulatedOnes() throws InterruptedException {
        CompareSettings settings =
                new CompareSettings(3, 200, 200, Duration.ofMillis(1_500), 0, Optional.empty(), StoreKind.MEMORY);
        ComparedRules perKey = ComparedRules.of(List.of(Content.PER_KEY)).get(0);
        Comparison computed = new Comparer(settings, List.of(perKey)).compare(SEED, new CompareListener() {});

        CompareRow measured =
                new MeasuredRules(settings, perKey, SEED, Program.find().forLessons()).measure(computed.least());

        CompareRow simulated = computed.row("per-key", RowKind.RULE).orElseThrow();
        assertThat(figure(measured, CompareColumn.LOST)).isZero();
        assertThat(figure(measured, CompareColumn.ENTRIES))
                .isCloseTo(figure(simulated, CompareColumn.ENTRIES), Percentage.withPercentage(10));
        assertThat(figure(measured, CompareColumn.BYTES)).isCloseTo(figure(simulated, CompareColumn.BYTES), OF_TIMERS);
    }

    private static double figure(CompareRow row, CompareColumn column) {
        return row.figure(column).orElseThrow();
    }
}
