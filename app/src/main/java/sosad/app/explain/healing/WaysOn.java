package sosad.app.explain.healing;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import sosad.app.explain.healing.HealingPosition.Send;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.ReplicaSnapshot.OfPeer;

/**
 * All ways in which a run can go on from a moment if nothing is lost any more: what is under way arrives, each live
 * node pushes once to each other one and syncs once with each, and what they send arrives, all this in any order; then
 * comes the fair continuation.
 */
final class WaysOn {
    private static final int NOBODY = -1;

    private final ReplicaStates states;
    private final Map<NodeId, Integer> places = new HashMap<>();
    private final Foregone foregone;
    private final FairRounds fairRounds;
    private final HealingPosition start;
    private int positions;

    /** @param key asked about; empty: all keys */
    WaysOn(ReplicaStates states, RunMoment moment, Optional<Key> key) {
        this.states = states;
        ReplicaState[] nodes = moment.live().stream().map(states::of).toArray(ReplicaState[]::new);
        for (int place = 0; place < nodes.length; place++) {
            places.put(nodes[place].snapshot.id(), place);
        }
        this.foregone = new Foregone(states, places, key, moment);
        this.fairRounds = new FairRounds(states, places, key);
        int[] arriving = moment.arriving().stream().mapToInt(states::number).toArray();
        this.start = new HealingPosition(nodes, arriving, toSend(nodes));
    }

    /** A push of nothing is none, and only clients make a node owe one. */
    private List<Send> toSend(ReplicaState[] nodes) {
        List<Send> sends = new ArrayList<>();
        for (int from = 0; from < nodes.length; from++) {
            ReplicaSnapshot snapshot = nodes[from].snapshot;
            for (int peer = 0; peer < snapshot.peers().size(); peer++) {
                OfPeer known = snapshot.peers().get(peer);
                if (places.containsKey(known.id())) {
                    if (!known.owedPushes().isEmpty()) {
                        sends.add(new Send(from, peer, true));
                    }
                    sends.add(new Send(from, peer, false));
                }
            }
        }
        return sends;
    }

    /**
     * Goes all ways, those that come together as one from there on.
     *
     * @param mostPositions how many different positions there may be
     * @return how many of the ends heal; empty if there are more positions
     */
    Optional<HealingCount> all(int mostPositions) {
        Set<IntBuffer> met = new HashSet<>(Set.of(start.identity()));
        Deque<HealingPosition> left = new ArrayDeque<>(List.of(start));
        Set<FairRounds.End> ends = new HashSet<>();
        while (!left.isEmpty()) {
            HealingPosition position = left.pop();
            if (foregone.isSettled(position)) {
                ends.add(end(position));
                continue;
            }
            if (position.choices() == 0) {
                ends.add(end(position));
            }
            for (int choice = 0; choice < position.choices(); choice++) {
                HealingPosition next = next(position, choice);
                if (met.add(next.identity())) {
                    left.push(next);
                }
            }
            positions = met.size();
            if (positions > mostPositions) {
                return Optional.empty();
            }
        }
        int healing = (int) ends.stream().filter(FairRounds.End::heals).count();
        return Optional.of(new HealingCount(healing, ends.size(), true));
    }

    /** The end of the way on which everything happens in its order from here. */
    private FairRounds.End end(HealingPosition position) {
        HealingPosition last = position;
        while (last.choices() > 0) {
            last = next(last, 0);
        }
        return fairRounds.end(last.nodes);
    }

    /** Returns at how many different positions {@link #all} has looked. */
    int positions() {
        return positions;
    }

    /** Goes some ways, at each point by chance; what can come next is equally likely. */
    HealingCount some(int ways, SplittableRandom chance) {
        int healing = 0;
        for (int way = 0; way < ways; way++) {
            HealingPosition position = start;
            while (position.choices() > 0 && !foregone.isSettled(position)) {
                position = next(position, chance.nextInt(position.choices()));
            }
            healing += end(position).heals() ? 1 : 0;
        }
        return new HealingCount(healing, ways, false);
    }

    private HealingPosition next(HealingPosition position, int choice) {
        ReplicaState[] nodes = position.nodes.clone();
        int end = position.arriving.length;
        if (choice < end) {
            int message = position.arriving[choice];
            int[] others = new int[end - 1];
            System.arraycopy(position.arriving, 0, others, 0, choice);
            System.arraycopy(position.arriving, choice + 1, others, choice, end - 1 - choice);
            int to = foregone.place(message);
            ReplicaState next = states.receive(nodes[to], message).next();
            boolean isNew = next != nodes[to];
            nodes[to] = next;
            HealingPosition delivered = new HealingPosition(nodes, others, position.toSend);
            return isNew ? without(delivered, to, others.length) : delivered;
        }
        List<Send> toSend = new ArrayList<>(position.toSend);
        Send send = toSend.remove(choice - end);
        ReplicaState from = nodes[send.from()];
        ReplicaState.Step step = send.isPush() ? states.push(from, send.peer()) : states.sync(from, send.peer());
        nodes[send.from()] = step.next();
        int[] arriving = Arrays.copyOf(position.arriving, end + step.sent().size());
        for (int message : step.sent()) {
            arriving[end++] = message;
        }
        return without(new HealingPosition(nodes, arriving, toSend), NOBODY, position.arriving.length);
    }

    /**
     * Leaves out messages that change nothing, whenever they arrive.
     *
     * @param changed the place of the node that has become another one
     * @param fresh the first message that was not there before
     */
    private HealingPosition without(HealingPosition position, int changed, int fresh) {
        int[] left = new int[position.arriving.length];
        int end = 0;
        for (int i = 0; i < left.length; i++) {
            int message = position.arriving[i];
            boolean mayBeVain = i >= fresh || foregone.place(message) == changed;
            if (!mayBeVain || !foregone.isVain(position, message)) {
                left[end++] = message;
            }
        }
        return end == left.length
                ? position
                : new HealingPosition(position.nodes, Arrays.copyOf(left, end), position.toSend);
    }
}
