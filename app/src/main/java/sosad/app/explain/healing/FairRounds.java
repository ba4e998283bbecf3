package sosad.app.explain.healing;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.model.Key;
import sosad.model.NodeId;

/** The same as {@link sosad.protocol.FairContinuation}, from many states that have much in common. */
final class FairRounds {
    private static final int QUIET_ROUNDS = 2;

    private final ReplicaStates states;
    private final Map<NodeId, Integer> places;
    private final Optional<Key> key;
    private final Map<IntBuffer, End> ends = new HashMap<>();

    /** @param places the places of the live nodes */
    FairRounds(ReplicaStates states, Map<NodeId, Integer> places, Optional<Key> key) {
        this.states = states;
        this.places = places;
        this.key = key;
    }

    /**
     * Where the fair continuation leads to.
     *
     * @param nodes the nodes then
     * @param heals whether all of them hold the newest entry of the key, or of all keys
     */
    record End(IntBuffer nodes, boolean heals) {}

    End end(ReplicaState[] nodes) {
        IntBuffer begin = identity(nodes);
        End known = ends.get(begin);
        if (known == null) {
            known = goOn(nodes.clone());
            ends.put(begin, known);
        }
        return known;
    }

    private static IntBuffer identity(ReplicaState[] nodes) {
        int[] ids = new int[nodes.length];
        for (int place = 0; place < nodes.length; place++) {
            ids[place] = nodes[place].id;
        }
        return IntBuffer.wrap(ids);
    }

    private End goOn(ReplicaState[] nodes) {
        for (int quiet = 0; quiet < QUIET_ROUNDS; ) {
            quiet = round(nodes) ? 0 : quiet + 1;
        }
        return new End(identity(nodes), agree(nodes));
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
