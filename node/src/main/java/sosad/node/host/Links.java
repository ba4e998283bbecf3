package sosad.node.host;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import sosad.model.NodeId;

/** The health of the connections between this node and each of its peers. Used on the event loop's thread. */
public final class Links {
    private final SortedMap<NodeId, LinkHealth> links = new TreeMap<>();

    /** No connection to or from these peers was made or tried yet. */
    public Links(Iterable<NodeId> peers) {
        peers.forEach(peer -> links.put(peer, new LinkHealth()));
    }

    /** The one with {@code peer}. */
    public LinkHealth with(NodeId peer) {
        return links.get(peer);
    }

    /** By peer, in alphabetical order. */
    public SortedMap<NodeId, LinkHealth> all() {
        return Collections.unmodifiableSortedMap(links);
    }
}
