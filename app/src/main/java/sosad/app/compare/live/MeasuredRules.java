package sosad.app.compare.live;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import sosad.app.check.ClusterSettings;
import sosad.app.check.Outlook;
import sosad.app.check.StartedCluster;
import sosad.app.compare.CompareColumn;
import sosad.app.compare.CompareRow;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.CompareSettings;
import sosad.app.compare.ComparedRules;
import sosad.app.compare.PlannedRequest;
import sosad.app.compare.SimRun;
import sosad.app.fault.Fault;
import sosad.app.fault.LinkFault;
import sosad.app.process.Program;
import sosad.message.Live;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Saved;

/**
 * Runs the requests of a comparison on real processes under one of its rules, in real time. The links of the real
 * network lose as many messages as the simulated ones, but others. To be used on one thread.
 */
public final class MeasuredRules {
    /** The most writes per second that one thread surely sends in time. */
    public static final int MAX_WRITES = 1_000;

    private static final long MAX_TURN_MILLIS = 5;

    private final CompareSettings settings;
    private final ComparedRules compared;
    private final long seed;
    private final Program program;
    private final Map<Key, Integer> newest = new HashMap<>();
    private long reads;
    private long staleReads;

    /** @throws IllegalArgumentException if that cannot be done in real time */
    public MeasuredRules(CompareSettings settings, ComparedRules compared, long seed, Program program) {
        checkPossible(settings);
        this.settings = settings;
        this.compared = compared;
        this.seed = seed;
        this.program = program;
    }

    /** @throws IllegalArgumentException if these settings cannot be measured on real processes */
    public static void checkPossible(CompareSettings settings) {
        refuseIf(
                settings.writesPerSecond() > MAX_WRITES,
                "--measure: %,d writes per second; real processes are measured with at most %,d",
                settings.writesPerSecond(),
                MAX_WRITES);
    }

    /**
     * Measures.
     *
     * @param least how many entries had to be sent
     * @throws sosad.app.process.NodeException if a process fails
     */
    public CompareRow measure(double least) throws InterruptedException {
        ClusterSettings cluster = new ClusterSettings(
                settings.nodes(), 0, settings.store(), compared.rules().content());
        try (StartedCluster started = new StartedCluster(
                        cluster, compared.rules(), Live.since(System.currentTimeMillis()), seed, program);
                NodeClients clients = new NodeClients(started)) {
            pass(started, SimRun.QUIET_MILLIS / 2); // until all links are open
            Map<NodeId, SentFigures> before = clients.sent();
            if (settings.loss() > 0) {
                started.inject(new Fault.OnLinks(allLinks(), new LinkFault.Loss(settings.loss())));
            }
            request(started, clients);
            started.healEverything();
            started.awaitAllUp();
            pass(started, SimRun.QUIET_MILLIS);
            SentFigures sent = SentFigures.NONE;
            for (Map.Entry<NodeId, SentFigures> node : clients.sent().entrySet()) {
                sent = sent.plus(node.getValue().since(before.get(node.getKey())));
            }
            return row(sent, lost(started), least);
        }
    }

    private List<Link> allLinks() {
        return settings.nodeIds().stream()
                .flatMap(from -> settings.nodeIds().stream()
                        .filter(to -> !to.equals(from))
                        .map(to -> new Link(from, to)))
                .toList();
    }

    private void request(StartedCluster started, NodeClients clients) throws InterruptedException {
        LivePlan plan = new LivePlan(settings, seed, started);
        long began = System.nanoTime();
        for (PlannedRequest request : PlannedRequest.of(settings, seed)) {
            passTo(request.atMillis(), began, started, plan);
            if (request.isWrite()) {
                if (clients.write(request)) {
                    newest.put(request.key(), request.write());
                }
            } else {
                clients.read(request).ifPresent(held -> {
                    reads++;
                    staleReads += held < newest.getOrDefault(request.key(), 0) ? 1 : 0;
                });
            }
        }
        passTo(settings.duration().toMillis(), began, started, plan);
    }

    private static void passTo(long millis, long began, StartedCluster started, LivePlan plan)
            throws InterruptedException {
        plan.tick(since(began));
        for (long left = millis - since(began); left > 0; left = millis - since(began)) {
            started.turn(Math.min(left, MAX_TURN_MILLIS));
            plan.tick(since(began));
        }
    }

    private static void pass(StartedCluster started, long millis) throws InterruptedException {
        long began = System.nanoTime();
        for (long left = millis; left > 0; left = millis - since(began)) {
            started.turn(Math.min(left, MAX_TURN_MILLIS));
        }
    }

    private static long since(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private int lost(StartedCluster started) {
        Map<NodeId, Saved> states = new TreeMap<>();
        started.states().forEach((node, state) -> states.put(node, state.saved()));
        return Outlook.stayApart(states, compared.rules()).size();
    }

    private CompareRow row(SentFigures sent, int lost, double least) {
        Map<CompareColumn, Double> figures = new EnumMap<>(CompareColumn.class);
        figures.put(CompareColumn.LOST, (double) lost);
        figures.put(CompareColumn.STALE_PERCENT, reads == 0 ? 0 : 100.0 * staleReads / reads);
        figures.put(CompareColumn.MESSAGES, (double) sent.messages());
        figures.put(CompareColumn.BYTES, (double) sent.bytes());
        figures.put(CompareColumn.ENTRIES, (double) sent.entries());
        if (least > 0) {
            figures.put(CompareColumn.TIMES_LEAST, sent.entries() / least);
        }
        return new CompareRow(compared.name(), RowKind.MEASURED, figures);
    }
}
