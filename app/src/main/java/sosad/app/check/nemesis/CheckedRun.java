package sosad.app.check.nemesis;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.FaultBand;
import sosad.app.check.LastLook;
import sosad.app.check.consistency.LoggedHistory;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.load.OperationLog;
import sosad.app.load.SteadyClient;
import sosad.app.load.Workload;

/** A check's run of its clients under its faults, and everything that is known of it afterwards. */
final class CheckedRun {
    /** Which share of a check's time its faults get; after that the nodes come to agree. */
    private static final double SHARE_OF_FAULTS = 0.8;

    private final CheckContext context;
    private final List<SteadyClient> clients;
    private final FaultPlan plan;
    private final long seed;
    private final String prefix;
    private final OperationLog log = new OperationLog();
    private final Workload workload;
    private final List<FaultBand> bands = new ArrayList<>();
    private LastLook lastLook;

    /** A run of which the context is told everything from now on. */
    CheckedRun(Check check, CheckContext context, List<SteadyClient> clients, FaultPlan plan) {
        this.context = context;
        this.clients = List.copyOf(clients);
        this.plan = plan;
        SplittableRandom chance = context.chance();
        this.seed = chance.nextLong();
        this.prefix = "check%s.%s.".formatted(check.number(), Long.toString(System.currentTimeMillis(), 36));
        this.workload = new Workload(clients, prefix + "own.", chance.nextLong(), log);
        context.operations(log);
    }

    /** Returns how long the faults of a check last. */
    static Duration faultTime(CheckContext context) {
        return Duration.ofMillis(Math.round(context.duration().toMillis() * SHARE_OF_FAULTS));
    }

    /** Runs it, alone. */
    TrialResult run() throws InterruptedException {
        return run(new NemesisListener() {});
    }

    /** @param beside is told when the clients end, so that whoever writes beside them ends, too */
    TrialResult run(NemesisListener beside) throws InterruptedException {
        Duration time = faultTime(context);
        NemesisListener teller = new NemesisListener() {
            private String words = plan.title();

            @Override
            public void happened(PlanEvent event) {
                words = event.words();
            }

            @Override
            public void passed(long millis) {
                context.progress(SHARE_OF_FAULTS * millis / time.toMillis(), words);
            }

            @Override
            public void faulted(FaultBand band) {
                bands.add(band);
                context.band(band);
            }

            @Override
            public void ended() {
                beside.ended();
            }

            @Override
            public void healed() {
                context.progress(SHARE_OF_FAULTS, "everything is healed; do the nodes agree?");
            }
        };
        try (workload) {
            NemesisRun run = new NemesisRun(context.system(), plan, seed, workload, prefix, teller);
            TrialResult result = run.run(time);
            lastLook = run.lastLook();
            LoggedHistory.judge(log, context.system().servers()); // what is stale is seen as such in the plot
            return result;
        }
    }

    /** Returns what the keys of this run begin with. */
    String prefix() {
        return prefix;
    }

    /** Returns when the log began, by {@link System#nanoTime}. */
    long beganNanos() {
        return workload.beganNanos();
    }

    OperationLog log() {
        return log;
    }

    /** Returns the faults that were in force, in the order in which they ended. */
    List<FaultBand> bands() {
        return List.copyOf(bands);
    }

    /** Returns what the nodes held last. */
    LastLook lastLook() {
        return lastLook;
    }

    /** Returns the number of a client in the log. */
    int clientNumber(String name) {
        for (int i = 0; i < clients.size(); i++) {
            if (clients.get(i).name().name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no client " + name);
    }
}
