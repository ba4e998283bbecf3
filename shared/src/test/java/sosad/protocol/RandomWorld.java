package sosad.protocol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import sosad.message.PeerMessage;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.sim.SimStep;
import sosad.sim.World;
import sosad.sim.WorldPlan;

/** A world whose network loses, repeats, delays and reorders, driven by a seed; keeps a trace for failures. */
final class RandomWorld {
    private final Random chance;
    private final List<NodeId> ids = new ArrayList<>();
    private final World world;
    private final List<Event> trace = new ArrayList<>();
    private long time;

    RandomWorld(long seed, int nodes, Rules rules) {
        this.chance = new Random(seed);
        this.time = rules.startTime();
        for (int i = 0; i < nodes; i++) {
            ids.add(new NodeId(String.valueOf((char) ('A' + i))));
        }
        this.world = new World(WorldPlan.of(ids, rules));
    }

    /** By name. */
    Map<NodeId, Replica> replicas() {
        Map<NodeId, Replica> replicas = new TreeMap<>();
        ids.forEach(id -> replicas.put(id, replica(id)));
        return replicas;
    }

    private Replica replica(NodeId id) {
        return world.engine(id).replica();
    }

    /** Returns what happened, a line each. */
    String trace() {
        return trace.stream().map(Event::line).collect(Collectors.joining("\n"));
    }

    /** One random event. The observer sees every delivery before and after. */
    void step(Observer observer) {
        NodeId node = ids.get(chance.nextInt(ids.size()));
        Key key = new Key("k" + chance.nextInt(3));
        switch (chance.nextInt(12)) {
            case 0, 1, 2 -> {
                long at = time + chance.nextInt(5) - 2;
                note("%s writes %s@%d", node, key, at);
                world.apply(new SimStep.SetTime(node, at));
                world.apply(new SimStep.Put(node, key, Value.of("v" + trace.size())));
            }
            case 3 -> {
                note("%s deletes %s@%d", node, key, time);
                world.apply(new SimStep.SetTime(node, time));
                world.apply(new SimStep.Delete(node, key));
            }
            case 4, 5 -> {
                note("%s pushes", node);
                world.apply(new SimStep.Push(node, Optional.empty()));
            }
            case 6 -> {
                note("%s syncs", node);
                world.apply(new SimStep.Sync(node, Optional.empty(), Optional.empty()));
            }
            case 7 -> lose();
            case 8 -> crash(node);
            case 9 -> time++;
            default -> deliverAny(observer);
        }
    }

    private void lose() {
        if (!world.inFlight().isEmpty()) {
            PeerMessage lost = anyMessage();
            note("lost: %s", lost);
            world.apply(new SimStep.Lose(lost.id()));
        }
    }

    private PeerMessage anyMessage() {
        List<?> messages = world.inFlight();
        return (PeerMessage) messages.get(chance.nextInt(messages.size()));
    }

    private void crash(NodeId id) {
        if (chance.nextInt(3) > 0) {
            return;
        }
        note("%s crashes and comes back", id);
        world.apply(new SimStep.Crash(id));
        world.apply(new SimStep.Start(id, false));
    }

    private void deliverAny(Observer observer) {
        if (!world.inFlight().isEmpty()) {
            PeerMessage message = anyMessage();
            boolean keep = chance.nextInt(4) == 0;
            deliver(message, observer);
            if (!keep) {
                world.take(message.id());
            }
        }
    }

    private void deliver(PeerMessage message, Observer observer) {
        Replica receiver = replica(message.to());
        Map<Key, Entry> before = entries(receiver);
        Row rowBefore = receiver.row(message.from());
        note("delivered: %s", message);
        Received received = world.receive(message);
        observer.delivered(receiver, message.update(), before, rowBefore, received);
    }

    /** The network is whole from here on: nothing old arrives any more, and everybody syncs with everybody. */
    void syncAround(int rounds) {
        world.inFlight().forEach(message -> world.take(message.id()));
        for (int round = 0; round < rounds; round++) {
            for (NodeId id : ids) {
                for (NodeId peer : replica(id).peers()) {
                    world.apply(new SimStep.Sync(id, Optional.of(List.of(peer)), Optional.empty()));
                    world.inFlight().forEach(message -> {
                        deliver((PeerMessage) message, Observer.NOBODY);
                        world.take(message.id());
                    });
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
