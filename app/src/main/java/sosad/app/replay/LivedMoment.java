package sosad.app.replay;

import java.util.List;
import sosad.app.history.Message;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;

/**
 * A moment of a live run, as its nodes have recorded it.
 *
 * @param what what happened just now
 * @param epochMillis when, in milliseconds since 1970
 * @param nodes every node afterwards, in alphabetical order
 * @param messages those under way afterwards, and the one to which something has just happened
 * @param reached how far the record of each node is by then, in the order of the nodes, see {@link LivedStates}
 */
public record LivedMoment(
        RunEvent what, long epochMillis, List<NodeState> nodes, List<Message> messages, List<Integer> reached) {
    public LivedMoment {
        nodes = List.copyOf(nodes);
        messages = List.copyOf(messages);
        reached = List.copyOf(reached);
    }
}
