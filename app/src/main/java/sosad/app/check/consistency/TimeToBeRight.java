package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.HdrHistogram.Histogram;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.check.Series.Point;
import sosad.app.load.Operation;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Check 2.4: how long after a write each server gives it. */
public final class TimeToBeRight implements Check {
    private static final int MAX_PAUSE_MILLIS = 20;
    private static final int MAX_ROUNDS = 100_000;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MAX_MICROS = 3_600_000_000L;
    private static final double MICROS_PER_MILLI = 1e3;
    private static final double MEDIAN = 50;
    private static final double P99 = 99;
    private static final int MAX_PERCENT = 100;

    /** From then on a server that is not right is also written to, so that it has surely read what it was sent. */
    private static final Duration SUSPICIOUS = Duration.ofMillis(200);

    @Override
    public CheckNumber number() {
        return CheckNumber.of(2, 4);
    }

    @Override
    public String title() {
        return "How long before each server is right?";
    }

    @Override
    public String question() {
        return "How long after a write was acknowledged does each server give it?";
    }

    @Override
    public String situation() {
        return "writes that were awaited at every server";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(8);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        try (ConsistencyRun run = new ConsistencyRun(this, context)) {
            Awaited awaited = new Awaited(run);
            SplittableRandom chance = context.chance();
            List<NodeId> servers = run.system().servers();
            long began = System.nanoTime();
            long nanos = context.duration().toNanos();
            for (long now = 0; now < nanos && awaited.rounds < MAX_ROUNDS && !awaited.isGivenUp; ) {
                awaited.round(servers.get(chance.nextInt(servers.size())));
                run.pass(Duration.ofNanos(
                        chance.nextLong(Duration.ofMillis(MAX_PAUSE_MILLIS).toNanos())));
                now = System.nanoTime() - began;
                context.progress(Math.min(1, (double) now / nanos), format("%,d writes", awaited.rounds));
            }
            LastReads last = LastReads.await(run, run.everybody(), awaited.keys);
            ConsistencyReport report = run.history().report();
            run.tidy(awaited.keys);
            run.tidy(List.copyOf(awaited.fenceKeys));
            return result(run, awaited, report, last);
        }
    }

    /** Writes, one after the other, and how long each server took. */
    private static final class Awaited {
        final List<String> keys = new ArrayList<>();
        final Map<NodeId, Histogram> micros = new TreeMap<>();
        final Histogram all = histogram();
        int rounds;
        boolean isGivenUp;
        private final ConsistencyRun run;
        private final Set<String> fenceKeys = new TreeSet<>();
        private int fences;

        Awaited(ConsistencyRun run) {
            this.run = run;
            run.everybody().forEach(server -> micros.put(server, histogram()));
        }

        private static Histogram histogram() {
            return new Histogram(MAX_MICROS, 3);
        }

        void round(NodeId writer) throws InterruptedException {
            String key = run.prefix() + "k" + rounds;
            Operation write = run.probe().write(writer, key, 1);
            if (write.outcome() != OperationOutcome.OK) {
                return;
            }
            keys.add(key);
            rounds++;
            Map<NodeId, Boolean> waiting = new LinkedHashMap<>();
            run.everybody().forEach(server -> waiting.put(server, true));
            while (!waiting.isEmpty() && !isGivenUp) {
                run.look();
                for (NodeId server : List.copyOf(waiting.keySet())) {
                    Operation read = run.probe().read(server, key);
                    long since = read.completedNanos() - write.completedNanos();
                    if (read.outcome() == OperationOutcome.OK && read.version() == 1) {
                        waiting.remove(server);
                        long took = Math.min(MAX_MICROS, since / NANOS_PER_MICRO);
                        micros.get(server).recordValue(took);
                        all.recordValue(took);
                    } else if (since > SUSPICIOUS.toNanos()) {
                        suspect(server);
                    }
                    isGivenUp |= since > run.limit().toNanos();
                }
            }
        }

        private void suspect(NodeId server) throws InterruptedException {
            if (run.system().servers().contains(server)) {
                String key = run.prefix() + "fence." + server;
                fenceKeys.add(key);
                run.probe().write(server, key, ++fences);
            }
            run.pass(Duration.ofMillis(1));
        }
    }

    private static CheckResult result(ConsistencyRun run, Awaited awaited, ConsistencyReport report, LastReads last) {
        CheckResultBuilder builder = run.result()
                .did("Wrote keys, one after the other, each at some server, and read each everywhere until it was"
                        + " there.")
                .situations(awaited.rounds)
                .figure(Figure.count("writes awaited", awaited.rounds))
                .figure(Figure.millis("median", millis(awaited.all, MEDIAN)))
                .figure(Figure.millis("99th percentile", millis(awaited.all, P99)))
                .figure(Figure.millis("maximum", millis(awaited.all, MAX_PERCENT)));
        awaited.micros.forEach((server, micros) -> {
            if (micros.getTotalCount() > 0) {
                builder.figure(Figure.millis("median at " + server, millis(micros, MEDIAN)))
                        .figure(Figure.millis("99th percentile at " + server, millis(micros, P99)))
                        .series(new Series(
                                "How long before each server is right",
                                server.name(),
                                "time since the acknowledgement, ms",
                                "share of the writes that it gives",
                                distribution(micros)));
            }
        });
        String headline = format(
                "median %s, p99 %s",
                Figure.millis("median", millis(awaited.all, MEDIAN)).text(),
                Figure.millis("p99", millis(awaited.all, P99)).text());
        if (!last.isClean() || !awaited.isGivenUp) {
            return new ConsistencyVerdict(run, report.onlyInexcusable(), last).of(builder, headline);
        }
        return builder.failed(format(
                "a server was not right within %.1f s, and was afterwards",
                run.limit().toNanos() / NANOS_PER_MILLI / MICROS_PER_MILLI));
    }

    private static double millis(Histogram micros, double percentile) {
        return micros.getTotalCount() == 0 ? 0 : micros.getValueAtPercentile(percentile) / MICROS_PER_MILLI;
    }

    private static List<Point> distribution(Histogram micros) {
        List<Point> points = new ArrayList<>();
        for (int percent = 0; percent <= MAX_PERCENT; percent++) {
            points.add(new Point(millis(micros, percent), percent / (double) MAX_PERCENT));
        }
        return points;
    }
}
