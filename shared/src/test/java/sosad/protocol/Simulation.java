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

/** Replicas and a network that loses, repeats, delays and reorders, driven by a seed; keeps a trace for failures. */
final class Simulation {
    private final Random chance;
    private final Rules rules;
    private final List<NodeId> ids = new ArrayList<>();
    final Map<NodeId, Replica> replicas = new TreeMap<>();
    private final List<Update> network = new ArrayList<>();
    private final List<Event> trace = new ArrayList<>();
    private long storeIds;
    private long time;

    Simulation(long seed, int nodes, Rules rules) {
        this.chance = new Random(seed);
        this.rules = rules;
        this.time = rules.startTime();
        for (int i = 0; i < nodes; i++) {
            ids.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        ids.forEach(this::begin);
    }

    private Replica begin(NodeId id) {
        Set<NodeId> peers = new HashSet<>(ids);
        peers.remove(id);
        Replica replica = new Replica(id, peers, rules, ++storeIds, Sizing.UNLIMITED);
        replicas.put(id, replica);
        return replica;
    }

    /** What happened, a line each. */
    String trace() {
        return trace.stream().map(Event::line).collect(Collectors.joining("\n"));
    }

    /** One random event. The observer sees every delivery before and after. */
    void step(Observer observer) {
        Replica node = replicas.get(ids.get(chance.nextInt(ids.size())));
        Key key = new Key("k" + chance.nextInt(3));
        switch (chance.nextInt(12)) {
            case 0, 1, 2 -> {
                long at = time + chance.nextInt(5) - 2;
                note("%s writes %s@%d", node.id(), key, at);
                node.put(key, Value.of("v" + trace.size()), at);
            }
            case 3 -> {
                note("%s deletes %s@%d", node.id(), key, time);
                node.delete(key, time);
            }
            case 4, 5 -> {
                note("%s pushes", node.id());
                node.peers().forEach(peer -> network.addAll(node.push(peer)));
            }
            case 6 -> {
                note("%s syncs", node.id());
                node.syncDestinations().forEach(peer -> network.addAll(node.sync(peer, any -> true)));
            }
            case 7 -> lose();
            case 8 -> crash(node.id());
            case 9 -> time++;
            default -> deliverAny(observer);
        }
    }

    private void lose() {
        if (!network.isEmpty()) {
            note("lost: %s", network.remove(chance.nextInt(network.size())));
        }
    }

    private void crash(NodeId id) {
        if (chance.nextInt(3) > 0) {
            return;
        }
        note("%s crashes and comes back", id);
        Replica fresh = begin(id);
        fresh.peers().forEach(peer -> network.add(fresh.hello(peer)));
    }

    private void deliverAny(Observer observer) {
        if (!network.isEmpty()) {
            int index = chance.nextInt(network.size());
            boolean keep = chance.nextInt(4) == 0;
            Update update = keep ? network.get(index) : network.remove(index);
            deliver(update, observer);
        }
    }

    private void deliver(Update update, Observer observer) {
        Replica receiver = replicas.get(update.to());
        Map<Key, Entry> before = entries(receiver);
        Row rowBefore = receiver.row(update.from());
        note("delivered: %s", update);
        Received received = receiver.receive(update);
        observer.delivered(receiver, update, before, rowBefore, received);
    }

    /** The network is whole from here on: nothing old arrives any more, and everybody syncs with everybody. */
    void syncAround(int rounds) {
        network.clear();
        for (int round = 0; round < rounds; round++) {
            for (NodeId id : ids) {
                Replica node = replicas.get(id);
                for (NodeId peer : node.peers()) {
                    node.sync(peer, any -> true).forEach(update -> deliver(update, Observer.NOBODY));
                }
            }
        }
    }

    static Map<Key, Entry> entries(Replica replica) {
        Map<Key, Entry> entries = new HashMap<>();
        replica.forEach(entry -> entries.put(entry.key(), entry));
        return entries;
    }

    private void note(String form, Object... parts) {
        trace.add(new Event(form, List.of(parts)));
    }

    /** Something that happened; it is put into words only if somebody asks, since that takes longer than to do it. */
    private record Event(String form, List<Object> parts) {
        String line() {
            return form.formatted(parts.toArray());
        }
    }

    /** Sees every delivery. */
    interface Observer {
        Observer NOBODY = (receiver, update, before, rowBefore, received) -> {};

        void delivered(Replica receiver, Update update, Map<Key, Entry> before, Row rowBefore, Received received);
    }
}
