package sosad.app.lab;

import static sosad.app.watch.Lamp.State.BROKEN;
import static sosad.app.watch.Lamp.State.HOLDS;
import static sosad.app.watch.Lamp.State.UNTESTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.watch.Invariant;
import sosad.app.watch.Lamp;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Version;
import sosad.protocol.Row;

/** The lamps of a run by the definitions of their invariants, from all snapshots, without remembering anything. */
final class LampOracle {
    private final List<Snapshot> run;
    private final List<Map<Invariant, Boolean>> tested = new ArrayList<>();

    LampOracle(List<Snapshot> run) {
        this.run = run;
        for (int i = 0; i < run.size(); i++) {
            tested.add(test(i));
        }
    }

    List<Lamp> lamps(int i) {
        return Arrays.stream(Invariant.values())
                .map(invariant -> lamp(invariant, tested.subList(0, i + 1)))
                .toList();
    }

    private Lamp lamp(Invariant invariant, List<Map<Invariant, Boolean>> events) {
        Lamp.State state = UNTESTED;
        OptionalInt first = OptionalInt.empty();
        for (int i = 0; i < events.size(); i++) {
            Boolean holds = events.get(i).get(invariant);
            if (holds != null) {
                boolean stays = state == BROKEN && invariant.isAlways();
                state = holds && !stays ? HOLDS : BROKEN;
                first = holds || first.isPresent()
                        ? first
                        : OptionalInt.of(run.get(i).index());
            }
        }
        return new Lamp(invariant, state, first);
    }

    private Map<Invariant, Boolean> test(int i) {
        Map<Invariant, Boolean> results = new EnumMap<>(Invariant.class);
        Snapshot now = run.get(i);
        List<NodeState> live =
                now.nodes().stream().filter(NodeState::hasProcess).toList();
        Set<Key> keys = live.stream()
                .flatMap(node -> node.entries().stream())
                .map(Entry::key)
                .collect(Collectors.toSet());
        if (!keys.isEmpty() && live.size() > 1) {
            results.put(
                    Invariant.NODES_AGREE,
                    keys.stream()
                            .allMatch(key -> live.stream()
                                            .map(node -> node.value(key))
                                            .distinct()
                                            .count()
                                    == 1));
        }
        boolean isWritten = run.subList(0, i + 1).stream()
                .anyMatch(one -> one.what() instanceof RunEvent.Wrote wrote && !wrote.lost());
        if (isWritten) {
            results.put(Invariant.WRITES_KEPT, !new BreakpointOracle(run, 0).isWriteLost(i));
        }
        if (i > 0) {
            for (NodeState node : live) {
                NodeState before = run.get(i - 1).node(node.id());
                if (before.hasProcess() && before.pid() == node.pid()) {
                    entries(before, node, i, results);
                    rows(before, node, i, results);
                }
            }
        }
        return results;
    }

    private static void add(Map<Invariant, Boolean> results, Invariant invariant, boolean holds) {
        results.merge(invariant, holds, Boolean::logicalAnd);
    }

    private void entries(NodeState before, NodeState node, int i, Map<Invariant, Boolean> results) {
        for (Entry old : before.entries()) {
            Optional<Entry> now = node.entry(old.key());
            if (!now.equals(Optional.of(old))) {
                add(
                        results,
                        Invariant.ENTRIES_RISE,
                        now.isPresent() && now.get().version().compareTo(old.version()) >= 0);
                if (old.isTombstone()) {
                    add(
                            results,
                            Invariant.DELETES_KEPT,
                            now.isPresent()
                                    && (now.get().isTombstone()
                                            || original(now.get(), i).compareTo(original(old, i)) > 0));
                }
            }
        }
        for (Entry entry : node.entries()) {
            if (entry.isTombstone() && !before.entries().contains(entry)) {
                add(results, Invariant.DELETES_KEPT, true);
            }
        }
        if (run.get(i).what() instanceof RunEvent.Delivered delivered
                && delivered.message().to().equals(node.id())
                && delivered.message().update().isPresent()
                && !delivered.message().entries().isEmpty()) {
            add(
                    results,
                    Invariant.ENTRIES_RISE,
                    delivered.message().entries().stream().allMatch(brought -> node.entry(brought.key())
                            .filter(held -> held.version().compareTo(brought.version()) >= 0)
                            .isPresent()));
        }
    }

    private Version original(Entry entry, int i) {
        return run.subList(0, i + 1).stream()
                .map(Snapshot::what)
                .filter(RunEvent.Wrote.class::isInstance)
                .map(what -> ((RunEvent.Wrote) what))
                .filter(wrote -> !wrote.lost())
                .map(wrote -> wrote.entry().version())
                .filter(version -> version.stamped(0).equals(entry.version().stamped(0)))
                .findFirst()
                .orElse(entry.version());
    }

    private void rows(NodeState before, NodeState node, int i, Map<Invariant, Boolean> results) {
        node.rows().forEach((peer, row) -> {
            Row old = before.rows().get(peer);
            if (!row.equals(old)) {
                add(results, Invariant.NOW_RISES, row.now() >= old.now() || isReset(node, peer, i));
                add(results, Invariant.PREV_FOLLOWS, row.prev() <= row.mark() && row.mark() <= row.now());
                long most = Stream.concat(
                                Stream.of(run.get(0)
                                        .node(node.id())
                                        .rows()
                                        .get(peer)
                                        .now()),
                                run.subList(0, i + 1).stream()
                                        .flatMap(snapshot -> snapshot.node(peer).entries().stream())
                                        .map(Entry::timestamp))
                        .max(Long::compare)
                        .orElseThrow();
                add(results, Invariant.NOW_IS_HELD, row.now() <= most);
            }
        });
    }

    private boolean isReset(NodeState node, NodeId peer, int i) {
        if (!(run.get(i).what() instanceof RunEvent.Delivered delivered)
                || !delivered.message().from().equals(peer)
                || !delivered.message().to().equals(node.id())) {
            return false;
        }
        long store = delivered.message().update().orElseThrow().storeId();
        return run.subList(0, i).stream()
                .map(Snapshot::what)
                .filter(RunEvent.Delivered.class::isInstance)
                .map(what -> ((RunEvent.Delivered) what).message())
                .filter(message -> message.from().equals(peer) && message.to().equals(node.id()))
                .flatMap(message -> message.update().stream())
                .allMatch(update -> update.storeId() < store);
    }
}
