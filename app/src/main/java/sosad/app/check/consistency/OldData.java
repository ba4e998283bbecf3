package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.check.Series;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.app.load.SessionLoad;
import sosad.app.load.SessionProfile;

/** Check 2.3: reads of data that others write meanwhile. */
public final class OldData implements Check {
    private static final int CLIENTS = 16;
    private static final int KEYS = 500;
    private static final double READ_SHARE = 0.9;
    private static final double SHARE_OF_LOAD = 0.85;
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final int MAX_EXAMPLES = 5;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(2, 3);
    }

    @Override
    public String title() {
        return "Do we get old data back?";
    }

    @Override
    public String question() {
        return "How many reads are stale, by how much time and how many versions, and do clients see time go back?";
    }

    @Override
    public String situation() {
        return "reads of a key that was written before";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(20);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        try (ConsistencyRun run = new ConsistencyRun(this, context)) {
            SessionProfile profile = new SessionProfile(
                    CLIENTS,
                    run.system().servers(),
                    run.everybody(),
                    KEYS,
                    READ_SHARE,
                    OptionalDouble.empty(),
                    run.prefix() + "k",
                    context.chance().nextLong());
            load(context, run, profile);
            context.progress(SHARE_OF_LOAD, "the clients have ended; are all servers right?");
            ConsistencyReport underLoad = run.history().report();
            List<String> keys = written(run.log());
            LastReads last = LastReads.await(run, run.everybody(), keys);
            ConsistencyReport report = run.history().report();
            run.tidy(keys);
            return result(run, underLoad, report, last);
        }
    }

    /** Returns the keys under which something was acknowledged. */
    private static List<String> written(OperationLog log) {
        return log.soFar().stream()
                .filter(one -> one.kind() == OperationKind.WRITE && one.outcome() == OperationOutcome.OK)
                .map(Operation::key)
                .distinct()
                .toList();
    }

    private static void load(CheckContext context, ConsistencyRun run, SessionProfile profile)
            throws InterruptedException {
        long nanos = Math.round(context.duration().toNanos() * SHARE_OF_LOAD);
        long began = System.nanoTime();
        try (SessionLoad load =
                new SessionLoad(profile, run.system()::address, run.system().password(), run.log(), run.history())) {
            for (long now = 0; now < nanos; now = System.nanoTime() - began) {
                context.progress(
                        SHARE_OF_LOAD * now / nanos,
                        format("%,d requests", run.log().size()));
                run.pass(LOOK_EVERY);
            }
            load.stop();
        }
    }

    private CheckResult result(
            ConsistencyRun run, ConsistencyReport underLoad, ConsistencyReport report, LastReads last) {
        CheckResultBuilder builder = run.result()
                .did(format(
                        "%d clients wrote and read %d keys; each writes its own at one server and reads all of them at"
                                + " any. Each value carries its version: a read is stale if a newer one was acknowledged"
                                + " before the read was sent.",
                        CLIENTS, KEYS))
                .situations(underLoad.written());
        double share = underLoad.reads() == 0 ? 0 : (double) underLoad.stale() / underLoad.reads();
        builder.figure(Figure.count("reads", underLoad.reads()))
                .figure(Figure.count("stale", underLoad.stale()))
                .figure(Figure.percent("stale reads", share))
                .figure(Figure.millis("median age of a stale value", underLoad.medianAgeMillis()))
                .figure(Figure.millis("age of the oldest", underLoad.maxAgeMillis()))
                .figure(Figure.count("versions behind at most", underLoad.mostVersions()))
                .figure(Figure.count("writes", underLoad.writes()))
                .figure(Figure.millis("until all servers were right", (double) last.tookMillis()));
        for (Anomaly anomaly : Anomaly.values()) {
            if (anomaly != Anomaly.STALE) {
                builder.figure(Figure.count(figureName(anomaly), report.count(anomaly)));
            }
        }
        curves(builder, underLoad);
        builder.evidence(run.evidence(underLoad, Anomaly.STALE, "oldest answer", MAX_EXAMPLES));
        String headline = report.isClean()
                ? format("none of %,d reads stale", underLoad.reads())
                : format(
                        "%s of reads stale, at most %s%s",
                        Figure.percent("stale", share).text(),
                        Finding.versions(underLoad.mostVersions()),
                        brokenSessions(report));
        return new ConsistencyVerdict(run, report, last).of(builder, headline);
    }

    private static String brokenSessions(ConsistencyReport report) {
        String broken = ConsistencyVerdict.sessions(report);
        return broken.isEmpty() ? "" : "; broken: " + broken;
    }

    private static String figureName(Anomaly anomaly) {
        return switch (anomaly) {
            case READ_YOUR_WRITES -> "reads that miss the client's own write";
            case MONOTONIC_READS -> "reads that go back behind an earlier one";
            case MONOTONIC_WRITES -> "writes shown before an earlier one of their client";
            case WRITES_FOLLOW_READS -> "writes shown before what their client had read";
            case WENT_BACK -> "reads older than what their server held";
            case FOREIGN -> "values that nobody wrote";
            case FUTURE -> "values read before they were written";
            case STALE -> "stale reads";
        };
    }

    private static void curves(CheckResultBuilder builder, ConsistencyReport report) {
        if (report.written() > 0) {
            builder.series(new Series(
                            "t-visibility",
                            "fresh",
                            "time since the write was acknowledged, ms",
                            "share of reads that are fresh",
                            report.visibility()))
                    .series(new Series(
                            "k-staleness",
                            "within k",
                            "versions, k",
                            "share of reads that are fewer than k versions behind",
                            new ArrayList<>(report.versions())));
        }
    }
}
