package sosad.app.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sosad.app.compare.CompareRow.RowKind;
import sosad.app.compare.WriteTracker.Lags;
import sosad.app.compare.WriteTracker.Lost;

/** Runs the same requests and faults under every rule, and under the ghosts. Pure: the same seed, the same figures. */
public final class Comparer {
    /** The symbols that a rateless sketch takes for each difference: where there are many, and where there are few. */
    private static final List<Double> SYMBOLS = List.of(1.35, 1.72);

    private final CompareSettings settings;
    private final List<ComparedRules> rules;

    /** @param rules the rows, in order */
    public Comparer(CompareSettings settings, List<ComparedRules> rules) {
        this.settings = settings;
        this.rules = List.copyOf(rules);
    }

    /** Is told how a comparison goes on. */
    public interface CompareListener {
        /**
         * Something is under way.
         *
         * @param share of the whole, from 0 to 1
         * @param what what is being computed, such as a rule's name
         */
        default void progress(double share, String what) {}

        /** A row is complete. */
        default void row(CompareRow row) {}
    }

    /**
     * Computes all figures of a seed.
     *
     * @throws InterruptedException if the thread is interrupted
     */
    public Comparison compare(long seed, CompareListener listener) throws InterruptedException {
        List<PlannedRequest> requests = PlannedRequest.of(settings, seed);
        int parts = rules.size() + 2;
        WriteTracker ideally = new WriteTracker(settings.nodeIds());
        SimNetwork withoutLoss = new SimNetwork(seed, 0);
        IdealCluster ideal = new IdealCluster(settings, withoutLoss, ideally);
        SimRun idealRun = new SimRun(settings, seed, requests, ideal, withoutLoss, ideally);
        idealRun.run(share -> listener.progress(share / parts, "the least possible"));
        List<CompareRow> rows = new ArrayList<>();
        for (ComparedRules compared : rules) {
            int before = rows.size() + 1;
            CompareRow row = rule(
                    compared,
                    seed,
                    requests,
                    ideal.entries(),
                    share -> listener.progress((before + share) / parts, compared.name()));
            listener.row(row);
            rows.add(row);
        }
        List<CompareRow> ghosts = ghosts(
                seed, requests, ideal.entries(), share -> listener.progress((parts - 1 + share) / parts, "the ghosts"));
        ghosts.forEach(listener::row);
        rows.addAll(ghosts);
        return new Comparison(
                ideal.entries(),
                ideally.writes(),
                ideally.reads(),
                idealRun.unanswered(),
                idealRun.faults().injected(),
                idealRun.faults().notSimulated(),
                rows);
    }

    private CompareRow rule(
            ComparedRules compared, long seed, List<PlannedRequest> requests, long least, SimRun.Progress progress)
            throws InterruptedException {
        WriteTracker tracker = new WriteTracker(settings.nodeIds());
        SimNetwork network = new SimNetwork(seed, settings.loss());
        RuleCluster cluster = new RuleCluster(settings, compared, network, tracker);
        SimRun run = new SimRun(settings, seed, requests, cluster, network, tracker);
        Lost lost = run.run(progress);
        return row(
                compared.name(),
                RowKind.RULE,
                lost,
                tracker,
                run.lags(),
                cluster.traffic(),
                least,
                cluster.memoryBytes());
    }

    private List<CompareRow> ghosts(long seed, List<PlannedRequest> requests, long least, SimRun.Progress progress)
            throws InterruptedException {
        WriteTracker tracker = new WriteTracker(settings.nodeIds());
        SimNetwork network = new SimNetwork(seed, settings.loss());
        FrameBytes frames = new FrameBytes();
        List<Reconciliation> ghosts = new ArrayList<>(List.of(new FullState(frames), new MerkleTree(frames)));
        SYMBOLS.forEach(symbols -> ghosts.add(new RatelessSketch(frames, symbols)));
        GhostCluster cluster = new GhostCluster(settings, network, tracker, ghosts);
        SimRun run = new SimRun(settings, seed, requests, cluster, network, tracker);
        Lost lost = run.run(progress);
        return ghosts.stream()
                .map(ghost -> row(
                        ghost.name(),
                        RowKind.GHOST,
                        lost,
                        tracker,
                        run.lags(),
                        ghost.traffic(),
                        least,
                        ghost.memoryBytes()))
                .toList();
    }

    private static CompareRow row(
            String name,
            RowKind kind,
            Lost lost,
            WriteTracker tracker,
            Lags lags,
            TrafficMeter traffic,
            long least,
            long memoryBytes) {
        Map<CompareColumn, Double> figures = new EnumMap<>(CompareColumn.class);
        figures.put(CompareColumn.LOST, (double) lost.entries());
        figures.put(CompareColumn.GONE, (double) lost.gone());
        figures.put(CompareColumn.STALE_PERCENT, percent(tracker.staleReads(), tracker.reads()));
        figures.put(CompareColumn.STALE_BY, (double) tracker.worstStaleBy());
        figures.put(CompareColumn.LAG_P50, (double) lags.p50());
        figures.put(CompareColumn.LAG_P99, (double) lags.p99());
        figures.put(CompareColumn.LAG_MAX, (double) lags.max());
        figures.put(CompareColumn.MESSAGES, (double) traffic.messages());
        figures.put(CompareColumn.BYTES, (double) traffic.bytes());
        figures.put(CompareColumn.ENTRIES, (double) traffic.entries());
        if (least > 0) {
            figures.put(CompareColumn.TIMES_LEAST, (double) traffic.entries() / least);
        }
        figures.put(CompareColumn.MEMORY, (double) memoryBytes);
        return new CompareRow(name, kind, figures);
    }

    private static double percent(long part, long all) {
        return all == 0 ? 0 : 100.0 * part / all;
    }
}
