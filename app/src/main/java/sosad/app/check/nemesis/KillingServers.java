package sosad.app.check.nemesis;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckNumber;
import sosad.app.check.CheckResult;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Figure;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.load.MissingWrite;
import sosad.app.load.SteadyClient;
import sosad.model.Key;
import sosad.model.NodeId;

/** Check 3: servers are killed while clients write. */
public final class KillingServers implements Check {
    private static final NodeId WRITER = new NodeId("writer");
    private static final NodeId ANY = new NodeId("any");
    private static final double WRITES_PER_SECOND = 40;
    private static final int MAX_LINES = 20;

    /** A store counts as emptied when its node is up again: it was killed so long before, at most. */
    private static final long MILLIS_TO_START = 5_000;

    @Override
    public CheckNumber number() {
        return CheckNumber.of(3);
    }

    @Override
    public String title() {
        return "Killing servers";
    }

    @Override
    public String question() {
        return "What is lost, and for how long is nobody answered, when servers are killed while clients write?";
    }

    @Override
    public String situation() {
        return "servers killed within a second after they acknowledged a write";
    }

    @Override
    public Duration usualDuration() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Optional<String> skippedBecause(SystemUnderTest system) {
        return system.cluster().isPresent()
                ? Optional.empty()
                : Optional.of("servers that were not started by this program cannot be killed by it");
    }

    @Override
    public CheckResult run(CheckContext context) throws InterruptedException {
        List<NodeId> nodes = context.system().servers();
        SplittableRandom chance = context.chance();
        NodeId writersOwn = nodes.get(chance.nextInt(nodes.size()));
        List<NodeId> others =
                nodes.stream().filter(node -> !node.equals(writersOwn)).toList();
        KillPlan plan = new KillPlan("Killing servers")
                .then(others.isEmpty() ? others : List.of(others.get(chance.nextInt(others.size()))))
                .then(List.of(writersOwn))
                .then(others.size() > 1 ? others : List.of())
                .thenEach(others) // those that were killed just before come first: the last one fills them again
                .then(List.of(writersOwn));
        CheckedRun run = new CheckedRun(
                this,
                context,
                clients(context.system(), writersOwn),
                plan.within(CheckedRun.faultTime(context).toMillis()));
        TrialResult result = run.run();

        List<Downtime> downtimes = Downtime.of(run.log(), run.bands());
        CheckResultBuilder builder = new CheckResultBuilder(this)
                .did(format(
                        "Killed one server, then that of the busiest writer (%s), then all but %2$s, then each in turn, and"
                                + " started each again, while clients wrote at every server.",
                        writersOwn, writersOwn))
                .situations(downtimes.stream()
                        .filter(downtime -> downtime.acknowledgedBefore() > 0)
                        .count());
        NemesisReport.tell(builder, run, result, downtimes, plan.kills());
        builder.figure(Figure.millis(
                "longest wait of a client that goes on to another server",
                Downtime.longestGapMillis(run.log(), run.clientNumber(ANY.name()), run.bands())));
        Optional<String> silent = AfterwardsAnswers.silent(context.system());
        if (silent.isPresent()) {
            return builder.failed(silent.get());
        }
        List<String> due = dueElsewhere(context, result);
        if (!due.isEmpty()) {
            return builder.evidence(Evidence.of(
                            "Gone, and due elsewhere",
                            due.stream().limit(MAX_LINES).toList()))
                    .because(format(
                            "A store that held them was emptied when another had been beside it for %d sync intervals and more.",
                            NemesisRun.SYNCS_TO_CONVERGE))
                    .failed(format("%,d acknowledged writes are gone that another node should have had", due.size()));
        }
        return new TrialVerdict(result, run.log())
                .of(
                        builder,
                        format(
                                "no acknowledged write lost in %d kills; unavailable for %.1f s at most",
                                downtimes.size(), NemesisReport.longest(downtimes, run) / 1e3),
                        NemesisReport.evidence(result, downtimes));
    }

    /** Returns what is gone with a killed memory although another node had the time to get it: no link is cut here. */
    private static List<String> dueElsewhere(CheckContext context, TrialResult result) {
        TestedCluster cluster = context.system().cluster().orElseThrow();
        long time =
                TimeUnit.MILLISECONDS.toNanos(NemesisRun.SYNCS_TO_CONVERGE * cluster.syncMillis() + MILLIS_TO_START);
        return result.absences().gone().stream()
                .filter(write -> cluster.accounts().wasDueElsewhere(new Key(write.key()), time))
                .map(MissingWrite::words)
                .toList();
    }

    private static List<SteadyClient> clients(SystemUnderTest system, NodeId writersOwn) {
        List<SteadyClient> clients = new ArrayList<>();
        system.servers().forEach(node -> clients.add(SteadyClient.of(node, true, WRITES_PER_SECOND)));
        system.gateways().forEach(gateway -> clients.add(SteadyClient.of(gateway, false, WRITES_PER_SECOND)));
        clients.add(new SteadyClient(WRITER, List.of(writersOwn), true, 2 * WRITES_PER_SECOND));
        clients.add(new SteadyClient(ANY, system.servers(), false, WRITES_PER_SECOND));
        return clients;
    }
}
