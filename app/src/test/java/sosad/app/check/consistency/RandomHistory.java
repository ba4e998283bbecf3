package sosad.app.check.consistency;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import sosad.app.check.consistency.NaiveOracle.KnownHolding;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/**
 * A random history of clients at simulated servers: all moments are different. Each request is done at some moment
 * between its beginning and its end; a write that is never answered is done at any time later, or never.
 */
final class RandomHistory {
    private static final NodeId GATEWAY = new NodeId("G1");

    final List<Operation> operations = new ArrayList<>();
    final List<KnownHolding> known = new ArrayList<>();
    final Set<NodeId> stores = new TreeSet<>();

    private final SplittableRandom chance;
    private final int clients;
    private final int keys;
    private final boolean isLinearizable;
    private final boolean isShared;
    private final Map<NodeId, Map<String, Long>> held = new HashMap<>();
    private final PriorityQueue<Due> due = new PriorityQueue<>(Comparator.comparingLong(Due::nanos));
    private final Set<Long> taken = new TreeSet<>();

    /** When each version was written: the last is the newest, wherever it arrives in which order. */
    private final Map<Long, Long> order = new HashMap<>();

    private long version;
    private long now;

    private record Due(long nanos, Runnable work) {}

    /** What a client has asked. */
    private static final class Request {
        long version;
        OperationOutcome outcome = OperationOutcome.OK;
    }

    /**
     * @param isLinearizable whether all servers are one register; otherwise each has its own, and messages may be lost
     * @param isShared whether every client writes every key, at any server; otherwise each key has one writer
     */
    RandomHistory(long seed, int clients, int keys, int length, boolean isLinearizable, boolean isShared) {
        chance = new SplittableRandom(seed);
        this.clients = clients;
        this.keys = keys;
        this.isLinearizable = isLinearizable;
        this.isShared = isShared;
        for (String name : List.of("A", "B", "C")) {
            stores.add(new NodeId(name));
            held.put(new NodeId(name), new HashMap<>());
        }
        for (int client = 0; client < clients; client++) {
            begin(client, length);
        }
        while (!due.isEmpty()) {
            Due next = due.poll();
            now = next.nanos();
            next.work().run();
        }
        operations.sort(Comparator.comparingLong(Operation::completedNanos));
    }

    private long soon(int most) {
        long moment = now;
        long found;
        do {
            found = moment + 1_000L * (1 + chance.nextInt(most)) + chance.nextInt(1_000);
        } while (isTaken(found));
        return found;
    }

    private boolean isTaken(long moment) {
        return !taken.add(moment);
    }

    private NodeId store(int number) {
        return List.copyOf(stores).get(number % stores.size());
    }

    private void begin(int client, int left) {
        if (left > 0) {
            due.add(new Due(soon(20), () -> ask(client, left)));
        }
    }

    private void ask(int client, int left) {
        long invoked = now;
        int key = chance.nextInt(keys);
        boolean isWrite = (isShared || key % clients == client) && chance.nextInt(3) > 0;
        NodeId server = isWrite
                ? store(isShared ? chance.nextInt(3) : key)
                : chance.nextInt(6) == 0 ? GATEWAY : store(chance.nextInt(3));
        Request request = new Request();
        String name = "k" + key;
        long done = soon(10);
        now = done;
        long completed = soon(10);
        now = invoked;
        if (isWrite) {
            request.version = ++version;
            if (chance.nextInt(8) == 0) {
                request.outcome = chance.nextBoolean() ? OperationOutcome.UNANSWERED : OperationOutcome.REFUSED;
                long end = completed;
                now = end;
                long late = soon(100);
                now = invoked;
                if (chance.nextBoolean()) {
                    due.add(new Due(chance.nextBoolean() ? done : late, () -> write(server, name, request.version)));
                }
            } else {
                due.add(new Due(done, () -> write(server, name, request.version)));
            }
        } else {
            due.add(new Due(done, () -> request.version = read(server, name)));
        }
        due.add(new Due(completed, () -> {
            operations.add(new Operation(
                    client,
                    server,
                    isWrite ? OperationKind.WRITE : OperationKind.READ,
                    name,
                    request.version,
                    invoked,
                    completed,
                    request.outcome));
            begin(client, left - 1);
        }));
    }

    private void write(NodeId server, String key, long written) {
        order.put(written, now);
        if (isLinearizable) {
            stores.forEach(store -> take(store, key, written));
            return;
        }
        take(server, key, written);
        for (NodeId other : stores) {
            if (!other.equals(server) && chance.nextInt(5) > 0) {
                due.add(new Due(soon(60), () -> take(other, key, written)));
            }
        }
    }

    private void take(NodeId store, String key, long written) {
        Long before = held.get(store).get(key);
        if (before == null || order.get(before) < order.get(written)) {
            held.get(store).put(key, written);
        }
        if (chance.nextInt(4) == 0) {
            known.add(new KnownHolding(store, key, written, soon(1)));
        }
    }

    private long read(NodeId server, String key) {
        NodeId asked = server.equals(GATEWAY) ? store(chance.nextInt(3)) : server;
        return held.get(asked).getOrDefault(key, 0L);
    }

    /** Tells a checker everything in the order of time. */
    ConsistencyChecker checked(List<Operation> told, List<Integer> staleBy) {
        ConsistencyChecker checker = new ConsistencyChecker(stores);
        record Event(long nanos, Runnable tell) {}
        List<Event> events = new ArrayList<>();
        for (Operation one : told) {
            if (one.kind() != OperationKind.READ) {
                events.add(new Event(
                        one.invokedNanos(),
                        () -> checker.sends(one.client(), one.server(), one.key(), one.version(), one.invokedNanos())));
            }
            events.add(new Event(one.completedNanos(), () -> staleBy.add(checker.completed(one))));
        }
        known.forEach(one -> events.add(new Event(
                one.nanos(),
                () -> checker.holds(one.store(), one.key(), one.version(), Knowledge.REPORTED, one.nanos()))));
        events.stream().sorted(Comparator.comparingLong(Event::nanos)).forEach(event -> event.tell()
                .run());
        return checker;
    }

    Map<Anomaly, Long> expected(List<Operation> told) {
        return new NaiveOracle(told, stores, known).counts();
    }
}
