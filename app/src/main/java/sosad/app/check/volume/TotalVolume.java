package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.KeyDistribution.Sequential;
import sosad.app.load.LoadInterval;
import sosad.app.load.LoadProfile;
import sosad.app.load.LoadProfile.KeyWriters;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationMix;
import sosad.model.NodeId;

/** Check 1.2: whether the system keeps all of many entries, and whether it becomes slower as it fills. */
public final class TotalVolume implements Check {
    private static final int CLIENTS = 16;
    private static final int PIPELINE = 16;
    private static final int FIRST_ENTRIES = 5_000;

    /** The share of the check's time in which it writes. */
    private static final double WRITING_SHARE = 0.5;

    private static final Duration MIN_LIMIT = Duration.ofSeconds(5);

    private static final int MAX_ENTRIES = 1_000_000;
    private static final int VALUE_BYTES = 256;
    private static final int MAX_RECORDED = 200_000;
    private static final double MEBIBYTE = 1 << 20;

    @Override
    public CheckNumber number() {
        return new CheckNumber(1, 2);
    }

    @Override
    public String title() {
        return "Total volume";
    }

    @Override
    public String question() {
        return "Does the system keep all of many entries, and does it become slower as it fills?";
    }

    @Override
    public String situation() {
        return "entries that were written and read back";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(7);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        OperationLog log = new OperationLog();
        context.operations(log);
        PhaseRunner runner = new PhaseRunner(context, log);
        KeySpace first = KeySpace.of("first", FIRST_ENTRIES);
        LoadPhase warmUp = writes(context, first, 0);
        PhaseResult warm = runner.run(warmUp, MIN_LIMIT.plus(context.duration()));
        double share = WRITING_SHARE
                * context.duration().toMillis()
                / Duration.ofSeconds(1).toMillis();
        int entries = (int) Math.max(FIRST_ENTRIES, Math.min(warm.report().servedPerSecond() * share, MAX_ENTRIES));
        KeySpace keys = KeySpace.of("total", entries);
        UsedMemory memory = new UsedMemory(system);
        OptionalLong before = memory.bytes();
        Duration atMost = MIN_LIMIT.plus(context.duration().multipliedBy(2));
        LoadPhase writes = writes(context, keys, 1 + 2 * entries / MAX_RECORDED);
        PhaseResult written = runner.run(writes, atMost);
        PhaseResult read = runner.run(writes.reading("reads of all of it, -P " + PIPELINE), atMost);
        OptionalLong after = memory.bytes();
        if (system.cluster().isEmpty() && read.failures() == 0) {
            for (NodeId server : system.servers()) {
                first.delete(runner, server);
                keys.delete(runner, server);
            }
        }
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "Clients wrote %,d entries of %,d bytes, each once, and then read each of them where it was"
                                + " written.",
                        entries, VALUE_BYTES));
        // a heap that was collected meanwhile says nothing of what the entries took
        if (before.isPresent() && after.isPresent() && after.getAsLong() > before.getAsLong()) {
            result.figure(Figure.of(
                    "memory that the servers say they took for it, all together",
                    (after.getAsLong() - before.getAsLong()) / MEBIBYTE,
                    "MiB"));
        }
        return result(result, new VolumeFindings(List.of(written, read), log), entries);
    }

    /** Each key once. */
    private static LoadPhase writes(CheckContext context, KeySpace keys, int recordEvery) {
        LoadProfile profile = LoadProfile.closed(
                        CLIENTS, keys.prefix(), context.settings().seed())
                .withPipeline(PIPELINE)
                .withKeys(keys.keys(), new Sequential(), KeyWriters.ALL)
                .withMix(OperationMix.WRITES)
                .withValueBytes(VALUE_BYTES)
                .withRequests(keys.keys());
        return new LoadPhase(
                "writes, -P " + PIPELINE, profile, context.system().servers(), keys.versions(), recordEvery);
    }

    private static CheckResult result(CheckResultBuilder result, VolumeFindings findings, int entries) {
        PhaseResult written = findings.results().get(0);
        PhaseResult read = findings.results().get(1);
        long missing = read.report().counts().empty();
        long back = read.report().counts().reads() - missing;
        List<LoadInterval> course = written.report().intervals();
        result.situations(back)
                .figure(Figure.count(
                        "entries written", written.report().counts().writes()))
                .figure(Figure.count("entries read back", back))
                .figure(Figure.of("size of the values", (double) entries * VALUE_BYTES / MEBIBYTE, "MiB"));
        if (course.size() >= 4) {
            result.figure(Figure.of("writes in the first quarter of the time", mean(course, 0), "operations/s"))
                    .figure(Figure.of("writes in the last quarter of the time", mean(course, 3), "operations/s"));
        }
        result.table(PhaseResult.table(findings.results()));
        findings.into(result);
        if (findings.failures() > 0) {
            return result.failed(findings.failureWords());
        }
        if (missing > 0) {
            return result.failed(
                    format("%,d of %,d entries were not there any more where they were written", missing, entries));
        }
        if (!written.isDone() || !read.isDone()) {
            return result.because("The time was over before all of it was written and read; a longer --for helps.")
                    .inconclusive(format("%,d of %,d entries were read back", back, entries));
        }
        return result.held(format(
                "%,d entries written at %,.0f/s and all read back at %,.0f/s",
                entries, written.report().servedPerSecond(), read.report().servedPerSecond()));
    }

    private static double mean(List<LoadInterval> course, int quarter) {
        int length = course.size() / 4;
        int from = quarter == 3 ? course.size() - length : quarter * length;
        return course.subList(from, from + length).stream()
                .mapToDouble(LoadInterval::servedPerSecond)
                .average()
                .orElse(0);
    }
}
