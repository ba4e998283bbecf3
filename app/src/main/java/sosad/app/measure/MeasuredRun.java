package sosad.app.measure;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import sosad.app.check.FaultBand;
import sosad.app.check.Series;
import sosad.app.load.OperationLog;

/**
 * A run as it was measured.
 *
 * @param name what was run, such as {@code live cluster} or {@code 2.3 Do we get old data back?}
 * @param millis how long it took, or has taken so far
 * @param series rates, latencies, lags and messages over the whole of it
 * @param bands the faults, in its time
 * @param ends when which process ended, each as a band without length
 * @param operations the operations of its clients; of a run that goes on, a log that grows
 * @param leftOut how many older operations are not among them
 */
public record MeasuredRun(
        String name,
        long millis,
        List<Series> series,
        List<FaultBand> bands,
        List<FaultBand> ends,
        OperationLog operations,
        long leftOut) {
    /** The most samples that are made of a log. */
    private static final int BINS = 300;

    private static final long LEAST_BIN_MILLIS = 250;

    /** @throws IllegalArgumentException if it ends before it begins */
    public MeasuredRun {
        Objects.requireNonNull(name);
        refuseIf(millis < 0, "a run of %,d ms", millis);
        refuseIf(leftOut < 0, "%,d operations left out", leftOut);
        series = List.copyOf(series);
        bands = List.copyOf(bands);
        ends = List.copyOf(ends);
        Objects.requireNonNull(operations);
    }

    /** Returns a run of which there is nothing but the log of its operations and its faults. */
    public static MeasuredRun of(String name, OperationLog log, List<FaultBand> bands) {
        int size = log.size();
        long endNanos = 0;
        for (int i = 0; i < size; i++) {
            endNanos = Math.max(endNanos, log.completedNanos(i));
        }
        long millis = endNanos / 1_000_000 + 1;
        long bin = Math.max(LEAST_BIN_MILLIS, millis / BINS + 1);
        List<RunSample> samples = new ArrayList<>();
        for (long from = 0; from < millis; from += bin) {
            samples.add(new RunSample(from, Math.min(millis, from + bin)));
        }
        for (int i = 0; i < size; i++) {
            samples.get((int) (log.completedNanos(i) / 1_000_000 / bin)).count(log, i, i + 1);
        }
        return new MeasuredRun(name, millis, SampleSeries.of(samples), bands, List.of(), log, 0);
    }
}
