package sosad.sim;

import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Rules;

/**
 * The whole state of a world at one moment.
 *
 * @param now the milliseconds since the world began
 * @param starts how many starts of nodes there were
 * @param order how many messages were handed to the network
 * @param nodes the nodes
 * @param network the messages under way, by number
 * @param closed the links on which messages are lost
 */
public record WorldSnapshot(
        long now,
        long starts,
        long order,
        SortedMap<NodeId, SimNode.State> nodes,
        List<World.InFlight> network,
        SortedSet<Link> closed) {
    /** The same state of nodes under other rules. */
    WorldSnapshot under(Rules rules) {
        SortedMap<NodeId, SimNode.State> others = new TreeMap<>(nodes);
        others.replaceAll((node, state) -> state.under(rules));
        return new WorldSnapshot(now, starts, order, others, network, closed);
    }
}
