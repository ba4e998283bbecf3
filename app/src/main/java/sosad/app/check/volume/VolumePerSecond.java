package sosad.app.check.volume;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.OperationLog;

/** Check 1.1: how many operations a second the system serves, under loads of many kinds, and how long each takes. */
public final class VolumePerSecond implements Check {
    private static final int MAX_RECORDED = 100_000;
    private static final int KEYS = 10_000;

    @Override
    public CheckNumber number() {
        return new CheckNumber(1, 1);
    }

    @Override
    public String title() {
        return "Volume per second";
    }

    @Override
    public String question() {
        return "How many operations a second does the system serve, and how long does each take?";
    }

    @Override
    public String situation() {
        return "loads in which the servers, not the clients, set the pace, or a set rate was really offered";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(13);
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        SystemUnderTest system = context.system();
        OperationLog log = new OperationLog();
        context.operations(log);
        PhaseRunner runner = new PhaseRunner(context, log);
        VolumeLoads loads = new VolumeLoads(
                system, KeySpace.of("volume", KEYS), context.settings().seed());
        Duration each = context.duration().dividedBy(1 + loads.count());
        PhaseResult warmUp = runner.run(loads.pipelined("warm-up").recording(MAX_RECORDED), each);
        if (!isSound(warmUp)) {
            return result(new VolumeFindings(List.of(warmUp), log));
        }
        List<PhaseResult> results = new ArrayList<>();
        results.add(runner.run(loads.oneByOne().recording(every(List.of(warmUp))), each));
        double rate = Math.max(1, results.get(0).report().servedPerSecond());
        for (LoadPhase phase : loads.others(rate)) {
            if (isSound(results.get(results.size() - 1))) {
                int every = Math.max(every(List.of(warmUp)), every(results));
                results.add(runner.run(phase.recording(every), each));
            }
        }
        if (system.cluster().isEmpty() && isSound(results.get(results.size() - 1))) {
            loads.deleteAll(runner);
        }
        return result(new VolumeFindings(results, log));
    }

    /** Returns which part of the operations is recorded after such phases: one of so many. */
    private static int every(List<PhaseResult> before) {
        return before.stream()
                .mapToInt(one -> (int) (1 + one.report().counts().sent() / MAX_RECORDED))
                .max()
                .orElse(1);
    }

    /** Returns whether it makes sense to go on. */
    private static boolean isSound(PhaseResult result) {
        return result.failures() == 0 && result.report().counts().served() > 0;
    }

    private CheckResult result(VolumeFindings findings) {
        List<PhaseResult> results = findings.results();
        List<PhaseResult> unclear =
                results.stream().filter(one -> !one.isMeaningful()).toList();
        CheckResultBuilder result = new CheckResultBuilder(this)
                .did(format(
                        "Clients read and wrote under %d loads, one after the other: %s.",
                        results.size(),
                        results.stream().map(one -> one.phase().label()).collect(Collectors.joining("; "))))
                .situations(results.size() - unclear.size())
                .because(unclear.stream().map(PhaseResult::caveat).collect(Collectors.joining(". ")));
        result.figure(Figure.count("operations in total", findings.served()));
        result.table(PhaseResult.table(results));
        findings.into(result);
        List<String> idle = results.stream()
                .filter(one -> one.report().counts().served() == 0)
                .map(one -> one.phase().label())
                .toList();
        if (!idle.isEmpty()) {
            return result.failed("nothing was served under: " + String.join("; ", idle));
        }
        if (findings.failures() > 0) {
            return result.failed(findings.failureWords());
        }
        return result.held(headline(results));
    }

    private static String headline(List<PhaseResult> results) {
        PhaseResult oneByOne = results.get(0);
        PhaseResult best = results.stream()
                .max((a, b) ->
                        Double.compare(a.report().servedPerSecond(), b.report().servedPerSecond()))
                .orElseThrow();
        return format(
                "%,.0f operations/s one by one (99 %% within %.1f ms), up to %,.0f pipelined",
                oneByOne.report().servedPerSecond(),
                oneByOne.report().fromSending().percentile99() / 1_000.0,
                best.report().servedPerSecond());
    }
}
