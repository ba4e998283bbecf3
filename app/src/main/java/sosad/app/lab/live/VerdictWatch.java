package sosad.app.lab.live;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import sosad.app.check.Outlook;
import sosad.app.cluster.CoreState;
import sosad.app.cluster.LiveCluster;
import sosad.app.fabric.LinkCounts;
import sosad.app.history.NodeDifferences;
import sosad.app.history.NodeState;
import sosad.app.history.Snapshot;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Rules;
import sosad.protocol.Saved;

/**
 * Judges a live cluster: counts at each look the entries that differ, and computes now and then, on a thread of its
 * own, what the rules will make of them. The nodes are read one after the other while they go on, so that a message may
 * be in neither's state: that entries never come to agree is only said if they differed in the same way some time
 * before, and nothing has been under way all the time since.
 */
public final class VerdictWatch implements AutoCloseable {
    /** The most entries of all nodes together from which a forecast is computed. */
    static final int MAX_FORECAST = 20_000;

    /** The most entries of all nodes together that are compared. */
    static final int MAX_COMPARED = 200_000;

    private static final long EVERY_MILLIS = 1_000;

    /** A forecast is shown until the next, or for so long after the next could have been computed. */
    private static final long FRESH_MILLIS = 3_000;

    /** A forecast takes at most this share of the time. */
    private static final int SHARE = 10;

    private static final long ANSWER_SECONDS = 5;

    private final LiveCluster cluster;
    private final Rules rules;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread named = new Thread(work, "verdict");
        named.setDaemon(true);
        return named;
    });
    private final Map<Link, Long> lastEmpty = new HashMap<>();
    private CompletableFuture<Judged> judging = CompletableFuture.completedFuture(Judged.NOTHING);
    private Judged judged = Judged.NOTHING;
    private long beganMillis;
    private long nextMillis;
    private boolean agreed;
    private long sinceMillis;

    /** @param rules those of the nodes */
    public VerdictWatch(LiveCluster cluster, Rules rules) {
        this.cluster = cluster;
        this.rules = rules;
    }

    /**
     * One computation.
     *
     * @param atMillis when it began
     * @param nodes the nodes that were read
     * @param apart what the nodes hold under the keys on which the rules do not bring them to agree
     * @param failure why there is none; empty: there is one
     */
    private record Judged(
            long atMillis,
            Set<NodeId> nodes,
            int differing,
            Map<Key, List<Optional<Version>>> apart,
            int never,
            String failure) {
        static final Judged NOTHING = new Judged(Long.MIN_VALUE, Set.of(), 0, Map.of(), 0, "");

        Optional<Verdict.Forecast> forecast() {
            return nodes.isEmpty() || !failure.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Verdict.Forecast(differing, differing - apart.size(), never, apart.size() - never));
        }
    }

    /** Judges what the cluster looks like now; called on the lab's thread. */
    public Verdict look(Snapshot snapshot, Map<Link, LinkCounts> counts, long nowMillis) {
        counts.forEach((link, count) -> {
            lastEmpty.putIfAbsent(link, 0L);
            if (count.underWay() == 0) {
                lastEmpty.put(link, nowMillis);
            }
        });
        takeJudged(nowMillis);
        List<String> without = new ArrayList<>();
        List<NodeState> looked = new ArrayList<>();
        for (NodeState node : snapshot.nodes()) {
            Optional<String> why = whyNot(node);
            why.ifPresentOrElse(reason -> without.add(node.id() + " " + reason), () -> looked.add(node));
        }
        int held = looked.stream().mapToInt(node -> node.entries().size()).sum();
        if (held > MAX_COMPARED) {
            String why = format("%,d entries at all nodes together; at most %,d are compared", held, MAX_COMPARED);
            return new Verdict(0, OptionalInt.empty(), 0, Optional.empty(), why, without);
        }
        List<? extends Collection<Entry>> entries =
                looked.stream().map(NodeState::entries).toList();
        int differ = NodeDifferences.inEntries(entries).size();
        int keys = (int) entries.stream()
                .flatMap(Collection::stream)
                .map(Entry::key)
                .distinct()
                .count();
        if (agreed != (differ == 0) || sinceMillis == 0) {
            agreed = differ == 0;
            sinceMillis = nowMillis;
        }
        if (agreed && !judged.apart().isEmpty()) {
            judged = Judged.NOTHING; // what was said of these keys has come out otherwise
        }
        if (!agreed && held <= MAX_FORECAST) {
            judge(looked.stream().map(NodeState::id).collect(Collectors.toSet()), nowMillis);
        }
        String whyNone = held > MAX_FORECAST
                ? format("%,d entries at all nodes together; at most %,d are judged", held, MAX_FORECAST)
                : judged.failure();
        return new Verdict(
                keys,
                OptionalInt.of(differ),
                nowMillis - sinceMillis,
                agreed || !whyNone.isEmpty() || nowMillis - nextMillis > FRESH_MILLIS
                        ? Optional.empty()
                        : judged.forecast(),
                agreed ? "" : whyNone,
                without);
    }

    /** Returns whether a forecast is being computed. */
    boolean isJudging() {
        return !judging.isDone();
    }

    /** The present state of a node that does not answer is not known. */
    private Optional<String> whyNot(NodeState node) {
        if (!node.hasProcess()) {
            return Optional.of("is dead");
        }
        if (node.status() == NodeState.Status.PAUSED) {
            return Optional.of("is paused");
        }
        if (!cluster.isUp(node.id())) {
            return Optional.of("is starting");
        }
        return cluster.isLost(node.id()) ? Optional.of("does not answer") : Optional.empty();
    }

    private void takeJudged(long nowMillis) {
        if (!judging.isDone() || beganMillis == 0) {
            return;
        }
        judged = judging.join();
        nextMillis = Math.max(beganMillis + EVERY_MILLIS, nowMillis + (SHARE - 1) * (nowMillis - beganMillis));
        beganMillis = 0;
    }

    /** Begins to compute a forecast, unless one is being computed or the last is fresh. */
    private void judge(Set<NodeId> nodes, long nowMillis) {
        if (!judging.isDone() || beganMillis != 0 || nowMillis < nextMillis) {
            return;
        }
        beganMillis = Math.max(1, nowMillis);
        Judged before = judged;
        boolean wasQuiet = lastEmpty.values().stream().allMatch(last -> last > before.atMillis());
        Map<NodeId, CompletableFuture<CoreState>> reading = new TreeMap<>();
        nodes.forEach(node -> reading.put(node, cluster.readSoon(node)));
        judging = CompletableFuture.allOf(reading.values().toArray(CompletableFuture[]::new))
                .orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .thenApplyAsync(all -> judged(reading, before, wasQuiet, nowMillis), thread)
                .exceptionally(failure -> failed(reading, nowMillis));
    }

    private static Judged failed(Map<NodeId, CompletableFuture<CoreState>> reading, long nowMillis) {
        String silent = reading.entrySet().stream()
                .filter(node -> !node.getValue().isDone() || node.getValue().isCompletedExceptionally())
                .map(node -> node.getKey().name())
                .collect(Collectors.joining(", "));
        String why = silent.isEmpty() ? "it could not be computed" : silent + " did not show its state";
        return new Judged(nowMillis, Set.of(), 0, Map.of(), 0, why);
    }

    private Judged judged(
            Map<NodeId, CompletableFuture<CoreState>> read, Judged before, boolean wasQuiet, long atMillis) {
        Map<NodeId, Saved> states = new TreeMap<>();
        read.forEach((node, state) -> states.put(node, state.join().saved()));
        SortedSet<Key> differing = NodeDifferences.inEntries(
                states.values().stream().map(Saved::entries).toList());
        Map<Key, List<Optional<Version>>> apart = new HashMap<>();
        if (!differing.isEmpty()) {
            List<Map<Key, Version>> versions = states.values().stream()
                    .map(state -> state.entries().stream().collect(Collectors.toMap(Entry::key, Entry::version)))
                    .toList();
            Outlook.stayApart(states, rules)
                    .forEach(key -> apart.put(
                            key,
                            versions.stream()
                                    .map(held -> Optional.ofNullable(held.get(key)))
                                    .toList()));
        }
        boolean isKnown = wasQuiet && before.nodes().equals(states.keySet());
        int never = (int) apart.entrySet().stream()
                .filter(key -> isKnown && key.getValue().equals(before.apart().get(key.getKey())))
                .count();
        return new Judged(atMillis, Set.copyOf(states.keySet()), differing.size(), apart, never, "");
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
