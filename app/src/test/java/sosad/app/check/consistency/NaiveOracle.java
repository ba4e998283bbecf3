package sosad.app.check.consistency;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** The definitions of {@code docs/checks.md} word by word: every read against every other operation. */
final class NaiveOracle {
    private static final Operation INITIAL = null;

    private final List<Operation> operations;
    private final Set<NodeId> stores;
    private final List<KnownHolding> known;
    private final Map<String, List<Operation>> writes;

    /** At this moment it became known that a store holds a version. */
    record KnownHolding(NodeId store, String key, long version, long nanos) {}

    NaiveOracle(List<Operation> operations, Set<NodeId> stores, List<KnownHolding> known) {
        this.operations = operations;
        this.stores = stores;
        this.known = known;
        this.writes = operations.stream()
                .filter(one -> one.kind() != OperationKind.READ)
                .collect(groupingBy(Operation::key));
    }

    Map<Anomaly, Long> counts() {
        Map<Anomaly, Long> counts = new EnumMap<>(Anomaly.class);
        for (Anomaly anomaly : Anomaly.values()) {
            counts.put(
                    anomaly,
                    operations.stream()
                            .filter(NaiveOracle::isAnsweredRead)
                            .filter(read -> has(anomaly, read))
                            .count());
        }
        return counts;
    }

    private static boolean isAnsweredRead(Operation one) {
        return one.kind() == OperationKind.READ && one.outcome() == OperationOutcome.OK;
    }

    private static boolean isAcknowledged(Operation one) {
        return one.kind() != OperationKind.READ && one.outcome() == OperationOutcome.OK;
    }

    private List<Operation> writes(String key) {
        return writes.getOrDefault(key, List.of());
    }

    private Operation seen(Operation read) {
        return writes(read.key()).stream()
                .filter(write -> write.version() == read.version())
                .findFirst()
                .orElse(INITIAL);
    }

    private static boolean isOlder(Operation one, Operation other) {
        boolean isOver = one == INITIAL || isAcknowledged(one);
        return isOver
                && other != INITIAL
                && (one == INITIAL ? Long.MIN_VALUE : one.completedNanos()) < other.invokedNanos();
    }

    /** A read that saw a write which had been sent, or nothing. */
    private boolean isOfThisWorld(Operation read) {
        return isAnsweredRead(read)
                && (read.version() == 0 || seen(read) != INITIAL && seen(read).invokedNanos() < read.completedNanos());
    }

    private boolean has(Anomaly anomaly, Operation read) {
        if (anomaly == Anomaly.FOREIGN) {
            return read.version() != 0 && seen(read) == INITIAL;
        }
        if (anomaly == Anomaly.FUTURE) {
            return seen(read) != INITIAL && seen(read).invokedNanos() > read.completedNanos();
        }
        return isOfThisWorld(read) && breaks(anomaly, read);
    }

    private boolean breaks(Anomaly anomaly, Operation read) {
        Operation seen = seen(read);
        return switch (anomaly) {
            case STALE -> staleBy(read) > 0;
            case READ_YOUR_WRITES ->
                before(read, read.key())
                        .anyMatch(write ->
                                isAcknowledged(write) && write.client() == read.client() && isOlder(seen, write));
            case MONOTONIC_READS ->
                before(read, read.key())
                        .anyMatch(earlier -> isOfThisWorld(earlier)
                                && earlier.client() == read.client()
                                && isOlder(seen, seen(earlier)));
            case MONOTONIC_WRITES ->
                shownBefore(read).stream().anyMatch(later -> writes(read.key()).stream()
                        .anyMatch(write -> isAcknowledged(write)
                                && write.client() == later.client()
                                && write.completedNanos() < later.invokedNanos()
                                && isOlder(seen, write)));
            case WRITES_FOLLOW_READS ->
                shownBefore(read).stream().anyMatch(later -> operations.stream()
                        .anyMatch(first -> isOfThisWorld(first)
                                && first.key().equals(read.key())
                                && first.client() == later.client()
                                && first.completedNanos() < later.invokedNanos()
                                && isOlder(seen, seen(first))));
            case WENT_BACK -> isOrdered(read.key()) && wentBack(read, seen);
            default -> throw new AssertionError(anomaly);
        };
    }

    long staleBy(Operation read) {
        Operation seen = seen(read);
        return before(read, read.key())
                .filter(write -> isAcknowledged(write) && isOlder(seen, write))
                .count();
    }

    private Stream<Operation> before(Operation read, String key) {
        return operations.stream().filter(one -> one.key().equals(key) && one.completedNanos() < read.invokedNanos());
    }

    /** The writes that the read's server had shown before it. */
    private List<Operation> shownBefore(Operation read) {
        return operations.stream()
                .filter(one -> stores.contains(read.server())
                        && one.server().equals(read.server())
                        && isOfThisWorld(one)
                        && one.completedNanos() < read.invokedNanos())
                .map(this::seen)
                .filter(Objects::nonNull)
                .distinct()
                .collect(toList());
    }

    private boolean isOrdered(String key) {
        return writes(key).stream().map(Operation::server).distinct().count() == 1
                && (stores.contains(writes(key).get(0).server())
                        || writes(key).stream()
                                        .filter(NaiveOracle::isAcknowledged)
                                        .count()
                                < 2);
    }

    private boolean wentBack(Operation read, Operation seen) {
        return stores.contains(read.server())
                ? isBehind(read, seen, read.server())
                : !stores.isEmpty() && stores.stream().allMatch(store -> isBehind(read, seen, store));
    }

    private boolean isBehind(Operation read, Operation seen, NodeId store) {
        boolean asked = before(read, read.key())
                .filter(one -> one.server().equals(store))
                .anyMatch(one ->
                        isAcknowledged(one) && isOlder(seen, one) || isOfThisWorld(one) && isOlder(seen, seen(one)));
        return asked
                || known.stream()
                        .filter(one -> one.store().equals(store)
                                && one.key().equals(read.key())
                                && one.nanos() < read.invokedNanos())
                        .anyMatch(one -> writes(read.key()).stream()
                                .anyMatch(write -> write.version() == one.version() && isOlder(seen, write)));
    }
}
