package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.load.SteadyClient;
import sosad.model.NodeId;

/** Check 10: gateways are killed while clients write through them, one of several and then all there are. */
public final class KillTheLoadBalancer implements Check {
    private static final NodeId ANY = new NodeId("any");
    private static final double WRITES_PER_SECOND = 40;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(10);
    }

    @Override
    public String title() {
        return "Kill the load balancer";
    }

    @Override
    public String question() {
        return "What is lost, and how long do clients wait, when a gateway is killed while they write through it?";
    }

    @Override
    public String situation() {
        return "gateways killed within a second after they passed an acknowledgement on";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(15);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        if (system.cluster().isEmpty()) {
            return Optional.of("a load balancer that was not started by this program cannot be killed by it");
        }
        return system.gateways().isEmpty() ? Optional.of("there is no gateway; see --gateways") : Optional.empty();
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        List<NodeId> gateways = context.system().gateways();
        NodeId first = gateways.get(0);
        KillPlan plan = new KillPlan("Killing gateways")
                .then(gateways.size() > 1 ? List.of(first) : List.of())
                .then(gateways);
        CheckedRun run = new CheckedRun(
                this,
                context,
                clients(context.system()),
                plan.within(CheckedRun.faultTime(context).toMillis()));
        TrialResult result = run.run();

        List<Downtime> downtimes = Downtime.of(run.log(), run.bands());
        CheckResultBuilder builder = new CheckResultBuilder(this)
                .did(
                        gateways.size() > 1
                                ? format(
                                        "Killed %s of %d gateways, then all of them, and started each again, while clients wrote"
                                                + " through each, through whichever answered, and directly.",
                                        first, gateways.size())
                                : "Killed the only gateway and started it again, while clients wrote through it and directly.")
                .situations(downtimes.stream()
                        .filter(downtime -> downtime.acknowledgedBefore() > 0)
                        .count());
        NemesisReport.tell(builder, run, result, downtimes, plan.kills());
        double failover = failover(run, downtimes, gateways);
        double total = Downtime.longestGapMillis(run.log(), run.clientNumber(ANY.name()), run.bands());
        if (gateways.size() > 1) {
            builder.figure(Figure.millis("failover: wait for another gateway while one of several was dead", failover));
        }
        builder.figure(Figure.millis("wait while all gateways were dead", total));
        Optional<String> silent = AfterwardsAnswers.silent(context.system());
        if (silent.isPresent()) {
            return builder.failed(silent.get());
        }
        return new TrialVerdict(result, run.log())
                .of(
                        builder,
                        gateways.size() > 1
                                ? format(
                                        "nothing acknowledged was lost; failover in %.0f ms, %.1f s without any gateway",
                                        failover, total / 1e3)
                                : format("nothing acknowledged was lost; %.1f s without the only gateway", total / 1e3),
                        NemesisReport.evidence(result, downtimes));
    }

    /** Returns the longest wait of the client that goes on to another gateway, while there was one, in milliseconds. */
    private static double failover(CheckedRun run, List<Downtime> downtimes, List<NodeId> gateways) {
        return Downtime.longestGapMillis(
                run.log(),
                run.clientNumber(ANY.name()),
                run.bands().stream()
                        .filter(band -> downtimes.stream()
                                        .filter(downtime -> downtime.killedNanos() < band.untilNanos()
                                                && downtime.startedNanos() > band.fromNanos())
                                        .count()
                                < gateways.size())
                        .toList());
    }

    private static List<SteadyClient> clients(SystemUnderTest system) {
        List<SteadyClient> clients = new ArrayList<>();
        system.gateways().forEach(gateway -> clients.add(SteadyClient.of(gateway, false, WRITES_PER_SECOND)));
        clients.add(new SteadyClient(ANY, system.gateways(), false, WRITES_PER_SECOND));
        clients.add(SteadyClient.of(system.servers().get(0), true, WRITES_PER_SECOND));
        return clients;
    }
}
