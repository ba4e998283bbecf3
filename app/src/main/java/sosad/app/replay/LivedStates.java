package sosad.app.replay;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sosad.engine.EngineSnapshot;
import sosad.model.NodeId;
import sosad.record.Ending;

/**
 * The whole states of the nodes at a moment of a live run, of which its moments show the tables alone: the records are
 * given to the core once more, as far as that moment.
 */
public final class LivedStates {
    private LivedStates() {}

    /**
     * Returns the states of the nodes that are not dead then, in the order of the nodes. Replays everything.
     *
     * @param nodes the nodes of the cluster, in alphabetical order
     * @param reached how far the record of each is: how much of what is in it the merge had taken, see
     *     {@link RecordedNode}
     * @throws RecordFileException if a record cannot be read, any more
     */
    public static List<EngineSnapshot> at(List<NodeId> nodes, List<Stretch> stretches, List<Integer> reached) {
        List<EngineSnapshot> states = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            NodeId node = nodes.get(i);
            Walk walk = new Walk(reached.get(i));
            stretches.stream().filter(stretch -> stretch.node().equals(node)).forEach(walk::take);
            walk.found.ifPresent(states::add);
        }
        return states;
    }

    /** A way through the record of a node, which counts as {@link RecordedNode} does. */
    private static final class Walk {
        private final int reached;
        private int taken;
        private boolean stoodAtState;
        private Optional<EngineSnapshot> found = Optional.empty();

        Walk(int reached) {
            this.reached = reached;
        }

        void take(Stretch stretch) {
            if (taken > reached) {
                return;
            }
            StretchReplay[] replay = new StretchReplay[1];
            replay[0] = new StretchReplay(stretch, this::begin, input -> take(replay[0]));
            StretchReplay.Outcome outcome = replay[0].run();
            if (outcome.ending().filter(ending -> ending == Ending.ENDED).isEmpty()) {
                count();
                note(Optional.empty());
            }
        }

        private void begin(EngineSnapshot state) {
            if (!stoodAtState) {
                count();
                stoodAtState = true;
            }
            note(Optional.of(state));
        }

        private void take(StretchReplay replay) {
            count();
            if (taken == reached) {
                note(replay.state());
            }
        }

        private void count() {
            taken++;
            stoodAtState = false;
        }

        private void note(Optional<EngineSnapshot> state) {
            if (taken == reached) {
                found = state;
            }
        }
    }
}
