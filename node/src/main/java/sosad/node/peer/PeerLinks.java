package sosad.node.peer;

import io.netty.channel.EventLoopGroup;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.TreeMap;
import sosad.model.NodeId;
import sosad.node.drive.Outbox;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/** The links from this node to its peers. */
public final class PeerLinks implements Outbox, AutoCloseable {
    private final Map<NodeId, PeerLink> links = new TreeMap<>();

    /**
     * Begins to connect to every peer.
     *
     * @param self this node
     * @param addresses where the peers listen
     * @param secret what the peers ask for
     */
    public PeerLinks(EventLoopGroup loop, NodeId self, Map<NodeId, InetSocketAddress> addresses, String secret) {
        addresses.forEach((peer, address) ->
                links.put(peer, new PeerLink(loop, address, PeerCodec.greeting(self, peer, secret))));
        links.values().forEach(PeerLink::connect);
    }

    @Override
    public void send(Frame frame) {
        links.get(frame.to()).send(frame);
    }

    @Override
    public boolean hasRoom(NodeId peer) {
        return links.get(peer).hasRoom();
    }

    @Override
    public void close() {
        links.values().forEach(PeerLink::close);
    }
}
