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
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.ReplicaSnapshot;
import sosad.protocol.ReplicaSnapshot.OfPeer;
import sosad.protocol.Rules.Timestamps;

/**
 * All ways in which a run can go on from a moment if nothing is lost any more: what is under way arrives, each live
 * node pushes once to each other one and syncs once with each, and what they send arrives, all this in any order; then
 * comes the fair continuation.
 */
final class WaysOn {
    private static final int QUIET_ROUNDS = 2;

    private final ReplicaStates states;
    private final Optional<Key> key;
    private final Map<NodeId, Integer> places = new HashMap<>();
    private final Position start;

    /** Whether what all nodes hold stays as it is: nobody stamps it anew. */
    private final boolean agreementLasts;

    private final Map<IntBuffer, Boolean> verdicts = new HashMap<>();
    private int positions;

    /**
     * A push or a sync that is still to come.
     *
     * @param from the sender's place among the live nodes
     * @param peer the destination's place among the sender's peers
     */
    private record Send(int from, int peer, boolean isPush) {}

    /** A point on such a way: the nodes, the messages under way, and what is still to be sent. */
    private static final class Position {
        final ReplicaState[] nodes;
        final int[] arriving;
        final List<Send> toSend;

        Position(ReplicaState[] nodes, int[] arriving, List<Send> toSend) {
            this.nodes = nodes;
            this.arriving = arriving;
            this.toSend = toSend;
        }

        boolean isEnd() {
            return arriving.length == 0 && toSend.isEmpty();
        }

        int choices() {
            return arriving.length + toSend.size();
        }

        /** Equal for positions from which the same can come. */
        IntBuffer identity() {
            int[] parts = new int[nodes.length + 1 + arriving.length + toSend.size() * 3];
            int end = 0;
            for (ReplicaState node : nodes) {
                parts[end++] = node.id;
            }
            parts[end++] = arriving.length;
            System.arraycopy(arriving, 0, parts, end, arriving.length);
            Arrays.sort(parts, end, end + arriving.length);
            end += arriving.length;
            for (Send send : toSend) {
                parts[end++] = send.from;
                parts[end++] = send.peer;
                parts[end++] = send.isPush ? 1 : 0;
            }
            return IntBuffer.wrap(parts);
        }
    }

    /** @param key asked about; empty: all keys */
    WaysOn(ReplicaStates states, RunMoment moment, Optional<Key> key) {
        this.states = states;
        this.key = key;
        ReplicaState[] nodes = moment.live().stream().map(states::of).toArray(ReplicaState[]::new);
        for (int place = 0; place < nodes.length; place++) {
            places.put(nodes[place].snapshot.id(), place);
        }
        int[] arriving = moment.arriving().stream().mapToInt(states::number).toArray();
        this.start = new Position(nodes, arriving, toSend(nodes));
        this.agreementLasts =
                Arrays.stream(nodes).allMatch(node -> node.snapshot.rules().timestamps() == Timestamps.PER_KEY);
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
        Deque<Position> left = new ArrayDeque<>(List.of(start));
        int ends = 0;
        int healing = 0;
        while (!left.isEmpty()) {
            Position position = left.pop();
            if (position.isEnd()) {
                ends++;
                healing += heals(position.nodes) ? 1 : 0;
            }
            for (int choice = 0; choice < position.choices(); choice++) {
                Position next = next(position, choice);
                if (met.add(next.identity())) {
                    left.push(next);
                }
            }
            positions = met.size();
            if (positions > mostPositions) {
                return Optional.empty();
            }
        }
        return Optional.of(new HealingCount(healing, ends, true));
    }

    /** Returns at how many different positions {@link #all} has looked. */
    int positions() {
        return positions;
    }

    /** Goes some ways, at each point by chance; what can come next is equally likely. */
    HealingCount some(int ways, SplittableRandom chance) {
        int healing = 0;
        for (int way = 0; way < ways; way++) {
            Position position = start;
            while (!position.isEnd()) {
                position = next(position, chance.nextInt(position.choices()));
            }
            healing += heals(position.nodes) ? 1 : 0;
        }
        return new HealingCount(healing, ways, false);
    }

    private Position next(Position position, int choice) {
        ReplicaState[] nodes = position.nodes.clone();
        if (choice < position.arriving.length) {
            int message = position.arriving[choice];
            int[] others = new int[position.arriving.length - 1];
            System.arraycopy(position.arriving, 0, others, 0, choice);
            System.arraycopy(position.arriving, choice + 1, others, choice, others.length - choice);
            int to = places.get(states.content(message).to());
            nodes[to] = states.receive(nodes[to], message).next();
            return new Position(nodes, others, position.toSend);
        }
        List<Send> toSend = new ArrayList<>(position.toSend);
        Send send = toSend.remove(choice - position.arriving.length);
        ReplicaState.Step step =
                send.isPush ? states.push(nodes[send.from], send.peer) : states.sync(nodes[send.from], send.peer);
        nodes[send.from] = step.next();
        int end = position.arriving.length;
        int[] arriving = Arrays.copyOf(position.arriving, end + step.sent().size());
        for (int message : step.sent()) {
            arriving[end++] = message;
        }
        return new Position(nodes, arriving, toSend);
    }

    /** Returns whether the fair continuation from here leads to agreement. */
    private boolean heals(ReplicaState[] nodes) {
        IntBuffer identity =
                IntBuffer.wrap(Arrays.stream(nodes).mapToInt(node -> node.id).toArray());
        Boolean known = verdicts.get(identity);
        if (known == null) {
            known = goOnFairly(nodes.clone());
            verdicts.put(identity, known);
        }
        return known;
    }

    /** The same as {@link sosad.protocol.FairContinuation}. */
    private boolean goOnFairly(ReplicaState[] nodes) {
        for (int quiet = 0; quiet < QUIET_ROUNDS; ) {
            if (agreementLasts && agree(nodes)) {
                return true;
            }
            quiet = round(nodes) ? 0 : quiet + 1;
        }
        return agree(nodes);
    }

    private boolean round(ReplicaState[] nodes) {
        List<Integer> sent = new ArrayList<>();
        for (int from = 0; from < nodes.length; from++) {
            ReplicaState.Step step = states.fullSync(nodes[from]);
            nodes[from] = step.next();
            sent.addAll(step.sent());
        }
        boolean changed = false;
        for (int message : sent) {
            Integer to = places.get(states.content(message).to());
            if (to != null) {
                ReplicaState.Step step = states.receive(nodes[to], message);
                nodes[to] = step.next();
                changed |= step.changesTable();
            }
        }
        return changed;
    }

    /** All hold the newest entry if they hold the same one. */
    private boolean agree(ReplicaState[] nodes) {
        for (int place = 1; place < nodes.length; place++) {
            if (!nodes[place].agreesWith(nodes[0], key)) {
                return false;
            }
        }
        return true;
    }
}
