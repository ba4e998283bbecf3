package sosad.app.check.nemesis;

import java.time.Duration;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.fabric.Delay;
import sosad.app.fabric.Delay.Spread;
import sosad.app.fault.LinkFault;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.fault.plan.LinkPick;

/** Check 8: updates overtake each other, come late and come twice. */
public final class Misordered implements Check {
    private static final double REORDER_MILLIS = 300;
    private static final double DUPLICATED = 0.3;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(8);
    }

    @Override
    public String title() {
        return "Misordered requests";
    }

    @Override
    public String question() {
        return "Do all nodes come to hold the same, and the greatest version of each key, when updates arrive out of order?";
    }

    @Override
    public String situation() {
        return "messages between nodes that were overtaken or came twice";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        if (system.cluster().isEmpty()) {
            return Optional.of(
                    "messages between servers that were not started by this program cannot be misordered by it");
        }
        return system.isSingleServer() ? Optional.of("one server alone gets no updates from others") : Optional.empty();
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        TestedCluster cluster = context.system().cluster().orElseThrow();
        long overtakenBefore = cluster.overtaken();
        FaultPlan plan = new FaultSteps("Misordered updates")
                .then(LinkPick.ALL_LINKS, new LinkFault.Reorder(REORDER_MILLIS))
                .then(LinkPick.ALL_LINKS, new LinkFault.Duplicate(DUPLICATED))
                .with(LinkPick.ALL_LINKS, new LinkFault.Late(new Delay(100, 100, Spread.PARETO)))
                .then(LinkPick.ONE_ALONE, new LinkFault.Late(new Delay(800, 400, Spread.UNIFORM)))
                .with(LinkPick.ALL_LINKS, new LinkFault.Reorder(REORDER_MILLIS))
                .within(CheckedRun.faultTime(context).toMillis(), 0.05, 0.9);
        return new LastWriterRun(this, context, plan)
                .of(
                        "Let messages overtake each other, come twice, and come to and from one node late, while clients wrote at"
                                + " every server and one at changing servers.",
                        (builder, done) -> {
                            long overtaken = cluster.overtaken() - overtakenBefore;
                            long twice = done.result().messages().duplicated();
                            builder.situations(overtaken + twice)
                                    .figure(Figure.count("messages that were overtaken", overtaken))
                                    .figure(Figure.count("messages that came twice", twice));
                        });
    }
}
