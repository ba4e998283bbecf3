package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.load.OperationKind;
import sosad.app.load.SteadyClient;
import sosad.app.load.WanderingWriter;

/**
 * A run in which clients keep to their servers and one goes from server to server, so that the last writer is not
 * always the one with the greatest version.
 */
record LastWriterRun(Check check, CheckContext context, FaultPlan plan) {
    private static final double WRITES_PER_SECOND = 40;
    private static final double WANDERING_PER_SECOND = 60;
    private static final int MAX_LINES = 20;

    /** The run with what only it knows. */
    record Done(CheckedRun run, TrialResult result, ClockJudgement clocks) {
        /** Returns how many writes were sent while a fault was in force. */
        long writesUnderFaults() {
            long count = 0;
            for (int i = 0; i < run.log().size(); i++) {
                long sent = run.log().invokedNanos(i);
                if (run.log().kind(i) == OperationKind.WRITE
                        && run.bands().stream()
                                .anyMatch(band -> band.fromNanos() <= sent && sent < band.untilNanos())) {
                    count++;
                }
            }
            return count;
        }
    }

    /**
     * Runs.
     *
     * @param did what it did
     * @param facts adds the number of situations, and figures of what happened
     */
    CheckResult of(String did, BiConsumer<CheckResultBuilder, Done> facts) throws InterruptedException {
        Done done = done();
        CheckResultBuilder builder = new CheckResultBuilder(check).did(did);
        facts.accept(builder, done);
        return judge(builder, done);
    }

    private Done done() throws InterruptedException {
        SystemUnderTest system = context.system();
        List<SteadyClient> clients = new ArrayList<>();
        system.servers().forEach(node -> clients.add(SteadyClient.of(node, true, WRITES_PER_SECOND)));
        system.gateways().forEach(gateway -> clients.add(SteadyClient.of(gateway, false, WRITES_PER_SECOND)));
        CheckedRun run = new CheckedRun(check, context, clients, plan);
        try (WanderingWriter wandering = new WanderingWriter(
                system.servers(),
                system::address,
                run.prefix() + "all.",
                context.chance().nextLong(),
                WANDERING_PER_SECOND,
                run.log(),
                clients.size(),
                run.beganNanos())) {
            wandering.start();
            TrialResult result = run.run(new NemesisListener() {
                @Override
                public void ended() {
                    wandering.stop();
                }
            });
            return new Done(
                    run,
                    result,
                    ClockJudgement.of(wandering.writes(), run.lastLook().held()));
        }
    }

    static CheckResult judge(CheckResultBuilder builder, Done done) {
        ClockJudgement clocks = done.clocks();
        NemesisReport.tell(builder, done.run(), done.result());
        builder.figure(Figure.count("writes that were told at once that they had lost", clocks.toldAtOnce()));
        builder.figure(Figure.count(
                "writes that were kept and lost to an earlier one",
                clocks.lostLater().size()));
        evidence(builder, "against the order of versions", clocks.wrong());
        evidence(builder, "lost, for a reason that is not known", clocks.unexplained());
        if (!clocks.wrong().isEmpty()) {
            return builder.because(
                            "The greatest version wins, whoever wrote last by the clock on the wall; here it did not.")
                    .failed(format(
                            "%,d winners that the versions do not allow",
                            clocks.wrong().size()));
        }
        List<Evidence> lost = clocks.lostLater().isEmpty()
                ? List.of()
                : List.of(Evidence.of(
                        format(
                                "%,d: lost to a greater version of an earlier write",
                                clocks.lostLater().size()),
                        first(clocks.lostLater())));
        if (!clocks.unexplained().isEmpty() && done.result().isGood()) {
            return builder.evidence(lost)
                    .inconclusive(format(
                            "%,d writes lost to earlier ones, and their versions are not known",
                            clocks.unexplained().size()));
        }
        builder.because(format(
                "Of the writes under %d keys at changing servers, the one of the greatest version won at every node.",
                clocks.keys()));
        return new TrialVerdict(done.result(), done.run().log())
                .of(
                        builder,
                        format(
                                "the greatest version won everywhere; %,d later writes lost to a clock, %,d of them told at once",
                                clocks.toldAtOnce() + clocks.lostLater().size(), clocks.toldAtOnce()),
                        lost);
    }

    private static void evidence(CheckResultBuilder builder, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            builder.evidence(Evidence.of(format("%,d: %s", lines.size(), title), first(lines)));
        }
    }

    private static List<String> first(List<String> lines) {
        return lines.stream().limit(MAX_LINES).toList();
    }
}
