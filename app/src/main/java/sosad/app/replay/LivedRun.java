package sosad.app.replay;

import java.util.List;
import java.util.OptionalLong;
import sosad.app.history.Message;
import sosad.app.history.NodeState;

/**
 * What happened while the nodes ran by their own clocks, message by message.
 *
 * @param begin the nodes before the first moment, in alphabetical order
 * @param reachedAtBegin how far the record of each node is then, see {@link LivedStates}
 * @param moments what happened, in an order in which each message is sent before it arrives
 * @param since when the first moment was if there were more before it than are kept, in milliseconds since 1970
 * @param underWay the messages that were under way at the end
 * @param reachedAtEnd how far the record of each node is at the end
 * @param differing a line for each record with which the core does not agree
 */
public record LivedRun(
        List<NodeState> begin,
        List<Integer> reachedAtBegin,
        List<LivedMoment> moments,
        OptionalLong since,
        List<Message> underWay,
        List<Integer> reachedAtEnd,
        List<String> differing) {
    public LivedRun {
        begin = List.copyOf(begin);
        moments = List.copyOf(moments);
        underWay = List.copyOf(underWay);
        reachedAtBegin = List.copyOf(reachedAtBegin);
        reachedAtEnd = List.copyOf(reachedAtEnd);
        differing = List.copyOf(differing);
    }
}
