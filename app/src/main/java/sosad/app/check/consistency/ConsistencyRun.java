package sosad.app.check.consistency;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import sosad.app.check.Check;
import sosad.app.check.CheckContext;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.DataWatcher;
import sosad.app.check.Evidence;
import sosad.app.check.SystemUnderTest;
import sosad.app.check.TestedCluster;
import sosad.app.load.Operation;
import sosad.app.load.OperationLog;
import sosad.model.NodeId;

/**
 * What the checks of consistency have in common: a log, a history judged while it happens, a client that asks, and the
 * network's record of deliveries as long as this is open.
 */
final class ConsistencyRun implements AutoCloseable {
    /** The number of the check's own client in the log; those under load are counted from the next one. */
    static final int PROBE = 0;

    /** Within how many sync intervals every server must give what was written. */
    private static final int SYNCS_TO_CONVERGE = 10;

    private static final Duration FOREIGN_TO_CONVERGE = Duration.ofSeconds(10);
    private static final Duration MIN_TO_CONVERGE = Duration.ofSeconds(1);
    private static final int MAX_TURN_MILLIS = 20;

    private final Check check;
    private final CheckContext context;
    private final String prefix;
    private final OperationLog log = new OperationLog(System.nanoTime());
    private final WatchedHistory history;
    private final Probe probe;

    ConsistencyRun(Check check, CheckContext context) {
        this.check = check;
        this.context = context;
        prefix = "check%s.%s.".formatted(check.number(), Long.toString(System.currentTimeMillis(), 36));
        history = new WatchedHistory(system().servers(), prefix, log.originNanos());
        probe = new Probe(system(), PROBE, log, history);
        cluster().ifPresent(cluster -> cluster.watch(history));
        context.operations(log);
    }

    SystemUnderTest system() {
        return context.system();
    }

    Optional<TestedCluster> cluster() {
        return system().cluster();
    }

    /** Returns servers and gateways. */
    List<NodeId> everybody() {
        List<NodeId> all = new ArrayList<>(system().servers());
        all.addAll(system().gateways());
        return all;
    }

    /** Returns what the keys of this run begin with. */
    String prefix() {
        return prefix;
    }

    OperationLog log() {
        return log;
    }

    WatchedHistory history() {
        return history;
    }

    Probe probe() {
        return probe;
    }

    /** Returns a result to be filled, with its operations. */
    CheckResultBuilder result() {
        return new CheckResultBuilder(check).operations(log);
    }

    /** Returns within which time every server must give what was written. */
    Duration limit() {
        Duration foreign = context.settings().scaled(FOREIGN_TO_CONVERGE);
        return cluster()
                .map(cluster -> Duration.ofMillis(SYNCS_TO_CONVERGE * cluster.syncMillis()))
                .orElse(foreign.compareTo(MIN_TO_CONVERGE) < 0 ? MIN_TO_CONVERGE : foreign);
    }

    /** Takes note of what has happened to the system, and does not wait. */
    void look() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        system().turn(0);
    }

    /** Lets so much time pass. */
    void pass(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            system().turn(Math.max(
                    1, Math.min(MAX_TURN_MILLIS, Duration.ofNanos(left).toMillis())));
        }
    }

    /** Returns what was found of an anomaly as evidence, each with its operation in the log. */
    List<Evidence> evidence(ConsistencyReport report, Anomaly anomaly, String title, int most) {
        return report.examples().get(anomaly).stream()
                .limit(most)
                .map(finding -> evidence(title, finding))
                .toList();
    }

    private Evidence evidence(String title, Finding finding) {
        List<String> lines = new ArrayList<>(List.of(finding.words()));
        if (finding.anomaly() == Anomaly.STALE) {
            history.knownToHold(finding).ifPresent(lines::add);
        }
        return evidence(title, finding.read(), lines);
    }

    /** Returns an operation as evidence. */
    Evidence evidence(String title, Operation operation, List<String> lines) {
        return new Evidence(
                title,
                lines,
                Optional.of(operation.server()),
                OptionalLong.of(operation.invokedNanos()),
                index(operation));
    }

    private OptionalInt index(Operation operation) {
        for (int i = 0; i < log.size(); i++) {
            if (log.completedNanos(i) == operation.completedNanos() && log.client(i) == operation.client()) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /** Removes from foreign servers what was written there. */
    void tidy(List<String> keys) {
        if (cluster().isEmpty()) {
            system().servers().forEach(server -> probe.delete(server, keys));
        }
    }

    @Override
    public void close() {
        cluster().ifPresent(cluster -> cluster.watch(DataWatcher.NONE));
        probe.close();
    }
}
