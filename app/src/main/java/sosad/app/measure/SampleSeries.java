package sosad.app.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.model.NodeId;
import sosad.wire.FrameKind;

/** Lines over time, from samples that follow each other. */
final class SampleSeries {
    private static final String TIME = "time, s";

    private final List<RunSample> samples;
    private final List<Series> lines = new ArrayList<>();

    private SampleSeries(List<RunSample> samples) {
        this.samples = samples;
    }

    /** Returns all charts' lines; of what was not measured there are none. */
    static List<Series> of(List<RunSample> samples) {
        SampleSeries series = new SampleSeries(samples);
        series.throughput();
        series.latency();
        series.lag();
        series.messages();
        return series.lines;
    }

    private void throughput() {
        String unit = "operations/s";
        line("Throughput", "reads", unit, sample -> sample.perSecond(sample.reads()));
        line("Throughput", "writes", unit, sample -> sample.perSecond(sample.writes()));
        line("Throughput", "stale", unit, sample -> sample.perSecond(sample.stale()));
        line("Throughput", "failed", unit, sample -> sample.perSecond(sample.failed()));
    }

    private void latency() {
        percentile("max", 100);
        percentile("p99", 99);
        percentile("p95", 95);
        percentile("p50", 50);
    }

    /** Where nothing was served, the line has no point. */
    private void percentile(String name, double percentile) {
        line("Latency", name, "latency, ms", sample -> sample.isServed() ? sample.millisAt(percentile) : Double.NaN);
    }

    private void lag() {
        for (NodeId node : named(sample -> sample.lagMillis().keySet())) {
            line("Convergence lag", node.name(), "lag, ms", sample -> {
                Long lag = sample.lagMillis().get(node);
                return lag == null ? Double.NaN : lag;
            });
        }
    }

    private void messages() {
        SortedSet<FrameKind> kinds = named(sample -> sample.messages().keySet());
        for (FrameKind kind : kinds) {
            line(
                    "Messages",
                    word(kind),
                    "messages/s",
                    sample -> sample.perSecond(sample.messages().getOrDefault(kind, 0L)));
        }
        for (FrameKind kind : kinds) {
            line(
                    "Bytes",
                    word(kind),
                    "kB/s",
                    sample -> sample.perSecond(sample.bytes().getOrDefault(kind, 0L)) / 1_000);
        }
    }

    private static String word(FrameKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private <T> SortedSet<T> named(Function<RunSample, Iterable<T>> names) {
        SortedSet<T> all = new TreeSet<>();
        samples.forEach(sample -> names.apply(sample).forEach(all::add));
        return all;
    }

    /** @param value of a sample; not a number: there is no point */
    private void line(String chart, String name, String y, ToDoubleFunction<RunSample> value) {
        List<Point> points = new ArrayList<>(samples.size());
        for (RunSample sample : samples) {
            double at = value.applyAsDouble(sample);
            if (!Double.isNaN(at)) {
                points.add(new Point(sample.seconds(), at));
            }
        }
        lines.add(new Series(chart, name, TIME, y, points));
    }
}
