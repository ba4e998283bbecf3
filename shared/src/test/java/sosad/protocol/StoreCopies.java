package sosad.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.StoreCheck.Stage;

/**
 * Nodes with disks, of which copies are made and put back at any time, over a network that loses, repeats, delays and
 * reorders; driven by a seed, with a trace for failures.
 */
final class StoreCopies {
    private final Random chance;
    private final Rules rules;
    private final List<NodeId> ids = new ArrayList<>();
    private final Map<NodeId, Node> nodes = new TreeMap<>();
    private final List<Update> network = new ArrayList<>();
    private final List<List<?>> trace = new ArrayList<>();
    private long starts;
    private long time = 1;

    /** What can befall a store between two starts of its node. */
    enum Fate {
        WHOLE,
        OLDER,
        /** Empty, under a number that need not be greater than any before. */
        EMPTY
    }

    /** A store as it was at some time, with the number of its last change. */
    private record Copy(Saved saved, long number) {}

    private final class Node {
        private final List<Copy> copies = new ArrayList<>();
        private Replica replica;
        private long number;

        Copy copy() {
            List<Entry> entries = new ArrayList<>();
            replica.forEach(entries::add);
            Map<NodeId, SavedPeer> peers = new HashMap<>();
            replica.peers().forEach(peer -> peers.put(peer, replica.saved(peer)));
            Saved saved = new Saved(replica.storeId(), replica.sequence(), entries, peers, replica.starts());
            return new Copy(saved, number);
        }

        void start(NodeId id, Copy from) {
            Set<NodeId> peers = new HashSet<>(ids);
            peers.remove(id);
            number = from.number();
            Saved saved = from.saved().startedAs(new Stage(++starts, number));
            replica = new Replica(id, peers, rules, saved, () -> number, Sizing.UNLIMITED);
        }
    }

    StoreCopies(long seed, int count, Rules rules) {
        this.chance = new Random(seed);
        this.rules = rules;
        for (int i = 0; i < count; i++) {
            ids.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        for (NodeId id : ids) {
            Node node = new Node();
            nodes.put(id, node);
            node.start(id, new Copy(Saved.nothing(10), 0));
        }
    }

    String trace() {
        return trace.stream()
                .map(parts -> parts.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    List<Replica> replicas() {
        return nodes.values().stream().map(node -> node.replica).toList();
    }

    /** One random event; what restarts comes back in one of these ways. */
    void step(List<Fate> fates) {
        NodeId id = ids.get(chance.nextInt(ids.size()));
        Node node = nodes.get(id);
        Key key = new Key("k" + chance.nextInt(3));
        switch (chance.nextInt(14)) {
            case 0, 1, 2 -> {
                note(id, "writes", key, "at", time);
                node.number++;
                node.replica.put(key, Value.of("v" + trace.size()), time);
            }
            case 3 -> {
                note(id, "deletes", key, "at", time);
                node.number++;
                node.replica.delete(key, time);
            }
            case 4 -> node.replica.peers().forEach(peer -> send(node.replica.push(peer)));
            case 5, 6 -> node.replica.peers().forEach(peer -> send(node.replica.sync(peer, any -> true)));
            case 7 -> {
                if (!network.isEmpty()) {
                    note("lost:", network.remove(chance.nextInt(network.size())));
                }
            }
            case 8 -> node.copies.add(node.copy());
            case 9 -> restart(id, node, fates.get(chance.nextInt(fates.size())));
            case 10 -> time++;
            default -> deliverAny();
        }
    }

    private void send(List<Update> updates) {
        network.addAll(updates);
        updates.forEach(update -> note("sent:", update));
    }

    private void restart(NodeId id, Node node, Fate fate) {
        Copy now = node.copy();
        Copy back =
                switch (fate) {
                    case WHOLE -> now;
                    case OLDER -> node.copies.isEmpty() ? now : node.copies.get(chance.nextInt(node.copies.size()));
                    case EMPTY -> new Copy(Saved.nothing(8 + chance.nextInt(6)), 0);
                };
        note(id, "comes back", fate, "as store", back.saved().storeId(), "at", back.number());
        node.start(id, back);
        node.replica.peers().forEach(peer -> send(List.of(node.replica.hello(peer))));
    }

    private void deliverAny() {
        if (!network.isEmpty()) {
            int index = chance.nextInt(network.size());
            deliver(chance.nextInt(4) == 0 ? network.get(index) : network.remove(index));
        }
    }

    private void deliver(Update update) {
        note("delivered:", update);
        Node node = nodes.get(update.to());
        node.number++;
        node.replica.receive(update);
    }

    /**
     * Everything that was under way arrives, in any order; then everybody syncs with everybody, and nothing is lost.
     */
    void heal(int rounds) {
        while (!network.isEmpty()) {
            deliver(network.remove(chance.nextInt(network.size())));
        }
        for (int round = 0; round < rounds; round++) {
            for (NodeId id : ids) {
                for (NodeId peer : nodes.get(id).replica.peers()) {
                    nodes.get(id).replica.sync(peer, any -> true).forEach(this::deliver);
                }
            }
        }
    }

    /** Parts of a line, which are put into words only if somebody asks, since that takes longer than to do it. */
    private void note(Object... parts) {
        trace.add(List.of(parts));
    }
}
