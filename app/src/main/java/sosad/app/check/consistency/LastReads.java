package sosad.app.check.consistency;

import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.app.check.CheckResultBuilder;
import sosad.app.check.Evidence;
import sosad.app.check.Outlook;
import sosad.app.check.TestedCluster;
import sosad.app.load.Operation;
import sosad.app.load.OperationOutcome;
import sosad.app.load.Stamp;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;
import sosad.protocol.Saved;

/**
 * Whether every server gives in the end what was written. What one does not give is the rule's doing only where the
 * core, continued without losses from what the nodes hold at the end of this very run, leaves the key apart.
 *
 * @param rounds how many answers were looked at last: servers times keys
 * @param tookMillis how long it took until all were right, or until that was given up
 * @param wrong what was not right in the end and no rule explains, in words
 * @param apart what was not right and the rule leaves so, in words
 */
record LastReads(long rounds, long tookMillis, List<String> wrong, List<String> apart) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(5);
    private static final Duration MAX_PAUSE = Duration.ofMillis(200);
    private static final int MAX_LINES = 10;

    LastReads {
        wrong = List.copyOf(wrong);
        apart = List.copyOf(apart);
    }

    /** Waits until all give the last write of these keys, or the time is over in which they should. */
    static LastReads await(ConsistencyRun run, List<NodeId> servers, List<String> keys) throws InterruptedException {
        long began = System.nanoTime();
        Map<NodeId, List<String>> lacking = new TreeMap<>();
        servers.forEach(server -> lacking.put(server, keys));
        Duration pause = FIRST_PAUSE;
        Map<NodeId, List<Operation>> behind = read(run, lacking);
        while (!behind.isEmpty() && since(began).compareTo(run.limit()) < 0) {
            run.pass(pause);
            pause = pause.multipliedBy(2).compareTo(MAX_PAUSE) < 0 ? pause.multipliedBy(2) : MAX_PAUSE;
            behind = read(run, keysOf(behind));
        }
        long took = since(began).toMillis();
        long rounds = (long) servers.size() * keys.size();
        if (behind.isEmpty()) {
            return new LastReads(rounds, took, List.of(), List.of());
        }
        return run.cluster().isPresent()
                ? judged(run, run.cluster().get(), behind, rounds, took)
                : new LastReads(rounds, took, words(behind), List.of());
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }

    private static Map<NodeId, List<String>> keysOf(Map<NodeId, List<Operation>> reads) {
        Map<NodeId, List<String>> keys = new TreeMap<>();
        reads.forEach((server, some) ->
                keys.put(server, some.stream().map(Operation::key).toList()));
        return keys;
    }

    /** Returns the answers that are not right. */
    private static Map<NodeId, List<Operation>> read(ConsistencyRun run, Map<NodeId, List<String>> keys)
            throws InterruptedException {
        Map<NodeId, List<Operation>> behind = new LinkedHashMap<>();
        for (Map.Entry<NodeId, List<String>> asked : keys.entrySet()) {
            run.look();
            List<Operation> wrong = run.probe().readAll(asked.getKey(), asked.getValue()).stream()
                    .filter(read -> !isRight(read))
                    .toList();
            if (!wrong.isEmpty()) {
                behind.put(asked.getKey(), wrong);
            }
        }
        return behind;
    }

    /** Returns whether an answer is the last write, or one that cannot be told from it. */
    static boolean isRight(Operation read) {
        return read.outcome() == OperationOutcome.OK && read.version() != Operation.FOREIGN && read.staleBy() <= 0;
    }

    private static List<String> words(Map<NodeId, List<Operation>> behind) {
        return behind.values().stream()
                .flatMap(List::stream)
                .map(LastReads::words)
                .toList();
    }

    private static String words(Operation read) {
        if (read.outcome() != OperationOutcome.OK) {
            return format("%s does not answer GET %s", read.server(), read.key());
        }
        return format(
                "%s gives %s under %s, %s behind",
                read.server(),
                read.version() == Operation.NOTHING ? "nothing" : "v" + read.version(),
                read.key(),
                Finding.versions(Math.max(0, read.staleBy())));
    }

    private static LastReads judged(
            ConsistencyRun run, TestedCluster cluster, Map<NodeId, List<Operation>> behind, long rounds, long took)
            throws InterruptedException {
        Map<NodeId, Saved> states = new TreeMap<>();
        cluster.states().forEach((node, state) -> states.put(node, state.saved()));
        Set<String> stayApart = new TreeSet<>();
        Outlook.stayApart(states, cluster.rules()).forEach(key -> stayApart.add(key.text()));
        List<String> wrong = new ArrayList<>();
        List<String> apart = new ArrayList<>();
        read(run, keysOf(behind)).values().stream().flatMap(List::stream).forEach(read -> {
            long held = held(states, read);
            if (held > read.version()) {
                wrong.add(format("%s, though it holds v%d", words(read), held));
            } else if (stayApart.contains(read.key())) {
                apart.add(words(read));
            } else {
                wrong.add(format(
                        "%s, and %s goes further than that",
                        words(read), EnumNames.of(cluster.rules().content())));
            }
        });
        return new LastReads(rounds, took, wrong, apart);
    }

    private static long held(Map<NodeId, Saved> states, Operation read) {
        if (!states.containsKey(read.server())) {
            return Operation.NOTHING; // a gateway, or a node that is down
        }
        return states.get(read.server()).entries().stream()
                .filter(entry -> entry.key().equals(new Key(read.key())))
                .flatMap(entry -> entry.value().stream())
                .mapToLong(value -> Stamp.number(read.key(), value.text()).orElse(Operation.NOTHING))
                .findFirst()
                .orElse(Operation.NOTHING);
    }

    /** Returns whether all were right. */
    boolean isClean() {
        return wrong.isEmpty() && apart.isEmpty();
    }

    /** Adds what was not right to the evidence. */
    void tell(CheckResultBuilder builder) {
        tell(builder, "not right in the end, and no rule explains it", wrong);
        tell(builder, "not right in the end, as the rule leaves it", apart);
    }

    private static void tell(CheckResultBuilder builder, String title, List<String> lines) {
        if (!lines.isEmpty()) {
            builder.evidence(Evidence.of(
                    format("%,d: %s", lines.size(), title),
                    lines.stream().limit(MAX_LINES).toList()));
        }
    }
}
