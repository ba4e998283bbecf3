package sosad.app.check.nemesis;

import java.time.Duration;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.SystemUnderTest;
import sosad.app.fabric.Delay;
import sosad.app.fabric.Delay.Spread;
import sosad.app.fault.LinkFault;
import sosad.app.fault.ProcessFault;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.LinkPick;
import sosad.app.fault.plan.ProcessPick;

/** Check 9: clocks that are wrong, jump and drift, and messages that come late meanwhile. */
public final class Mistimed implements Check {
    private static final int FAR_MILLIS = 5_000;
    private static final int NEAR_MILLIS = 400;
    private static final int DRIFT_PPM = 300_000;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(9);
    }

    @Override
    public String title() {
        return "Mistimed requests";
    }

    @Override
    public String question() {
        return "Which write wins when servers have wrong clocks, and which lose to a clock?";
    }

    @Override
    public String situation() {
        return "writes while a clock was wrong or a message late";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        return system.cluster().isPresent()
                ? Optional.empty()
                : Optional.of("clocks of servers that were not started by this program cannot be set by it");
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        boolean hasLinks = !context.system().isSingleServer();
        Delay late = new Delay(NEAR_MILLIS, NEAR_MILLIS / 4.0, Spread.UNIFORM);
        FaultSteps steps = new FaultSteps("Wrong clocks")
                .then(ProcessPick.ONE_NODE, new ProcessFault.Skew(-FAR_MILLIS))
                .then(ProcessPick.ONE_NODE, new ProcessFault.Skew(NEAR_MILLIS))
                .then(ProcessPick.ONE_NODE, new ProcessFault.Drift(DRIFT_PPM))
                .then(ProcessPick.ONE_NODE, new ProcessFault.Skew(-NEAR_MILLIS))
                .with(ProcessPick.ONE_NODE, new ProcessFault.Drift(-DRIFT_PPM));
        if (hasLinks) {
            steps.with(LinkPick.ALL_LINKS, new LinkFault.Late(late));
        }
        steps.then(ProcessPick.ONE_NODE, new ProcessFault.Skew(FAR_MILLIS));
        if (hasLinks) {
            steps.with(LinkPick.ALL_LINKS, new LinkFault.Late(late));
        }
        FaultPlan plan = steps.within(CheckedRun.faultTime(context).toMillis(), 0.05, 0.9);
        return new LastWriterRun(this, context, plan)
                .of(
                        "Set clocks back and ahead, let them drift and jump back, with late messages meanwhile, while clients"
                                + " wrote at every server and one at changing servers.",
                        (builder, done) -> builder.situations(done.writesUnderFaults()));
    }
}
