package sosad.app.explain.healing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Received;
import sosad.protocol.Replica;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.Row;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Sizing;
import sosad.protocol.Update;

/**
 * The states in which replicas were met, each once, and what the protocol's core makes of them: it is asked once for
 * each state and each thing done to it. Thousands of ways through a run share most of their parts, so this is what
 * makes them cheap.
 */
final class ReplicaStates {
    /** Every number that a store has told of itself is at most this: no store comes back older here. */
    private static final long NUMBER = Long.MAX_VALUE;

    private final Map<ReplicaSnapshot, ReplicaState> states = new HashMap<>();
    private final Map<Content, Integer> numbers = new HashMap<>();
    private final List<Content> contents = new ArrayList<>();

    private enum Kind {
        PUSH,
        SYNC,
        FULL_SYNC,
        RECEIVE
    }

    /**
     * Something done to a replica.
     *
     * @param argument a message, or the place of a peer among its peers
     */
    record Deed(Kind kind, int argument) {}

    /** The state of a replica, as it is now. */
    ReplicaState of(ReplicaSnapshot now) {
        ReplicaSnapshot snapshot = CanonicalForm.of(now);
        ReplicaState known = states.get(snapshot);
        if (known == null) {
            known = new ReplicaState(states.size(), snapshot);
            states.put(snapshot, known);
        }
        return known;
    }

    /** The number of a message that says this. */
    int number(Content content) {
        return numbers.computeIfAbsent(CanonicalForm.of(content), fresh -> {
            contents.add(fresh);
            return contents.size() - 1;
        });
    }

    Content content(int message) {
        return contents.get(message);
    }

    /** A push to the peer that stands at this place among its peers. */
    ReplicaState.Step push(ReplicaState from, int peer) {
        return step(from, Kind.PUSH, peer, replica -> sent(replica, replica.push(peer(from, peer))));
    }

    /** A sync to the peer that stands at this place among its peers. */
    ReplicaState.Step sync(ReplicaState from, int peer) {
        return step(from, Kind.SYNC, peer, replica -> sent(replica, replica.sync(peer(from, peer), any -> true)));
    }

    /** A sync to every peer, under rolling one after the other. */
    ReplicaState.Step fullSync(ReplicaState from) {
        return step(from, Kind.FULL_SYNC, 0, replica -> {
            int syncs = replica.rules().schedule() == Schedule.TOGETHER
                    ? 1
                    : replica.peers().size();
            List<Update> updates = new ArrayList<>();
            for (int i = 0; i < syncs; i++) {
                replica.syncDestinations().forEach(peer -> updates.addAll(replica.sync(peer, any -> true)));
            }
            return sent(replica, updates);
        });
    }

    /** A message arrives. */
    ReplicaState.Step receive(ReplicaState at, int message) {
        return step(at, Kind.RECEIVE, message, replica -> {
            boolean changed = receive(replica, content(message));
            return new ReplicaState.Step(of(replica.snapshot()), List.of(), changed);
        });
    }

    private static boolean receive(Replica replica, Content content) {
        if (content instanceof Update update) {
            Row before = replica.row(update.from());
            Received received = replica.receive(update);
            Row after = received.row();
            return !received.applied().isEmpty() || before.now() != after.now() || before.prev() != after.prev();
        }
        return content instanceof Inquiry.Repair repair && replica.adopt(repair.entry());
    }

    private ReplicaState.Step step(
            ReplicaState state, Kind kind, int argument, Function<Replica, ReplicaState.Step> work) {
        Deed deed = new Deed(kind, argument);
        ReplicaState.Step known = state.steps.get(deed);
        if (known == null) {
            known = work.apply(Replica.restore(state.snapshot, () -> NUMBER, Sizing.UNLIMITED));
            state.steps.put(deed, known);
        }
        return known;
    }

    private ReplicaState.Step sent(Replica replica, List<Update> updates) {
        List<Integer> sent = updates.stream().map(this::number).toList();
        return new ReplicaState.Step(of(replica.snapshot()), sent, false);
    }

    private static NodeId peer(ReplicaState state, int place) {
        return state.snapshot.peers().get(place).id();
    }
}
