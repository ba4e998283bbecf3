package sosad.node.peer;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.PromiseCombiner;
import java.util.Map;
import java.util.TreeMap;
import sosad.message.Address;
import sosad.message.NodeMessage;
import sosad.model.NodeId;
import sosad.node.host.Links;
import sosad.node.host.NodeHost.Outbox;
import sosad.node.host.PeerTraffic;
import sosad.node.net.HostLookup;
import sosad.wire.Frame;
import sosad.wire.PeerCodec;

/** The links from this node to its peers. */
public final class PeerLinks implements Outbox {
    private final EventLoop loop;
    private final HostLookup hosts;
    private final PeerTraffic traffic;
    private final Map<NodeId, PeerLink> links = new TreeMap<>();

    /**
     * Begins to connect to every peer.
     *
     * @param self this node
     * @param addresses where the peers listen
     * @param start the number of this start of the node
     * @param secret what the peers ask for
     * @param hosts finds the peers; closed with the links
     * @param states told how each link is
     * @param traffic what is sent is counted in it
     */
    public PeerLinks(
            EventLoop loop,
            NodeId self,
            Map<NodeId, Address> addresses,
            long start,
            String secret,
            HostLookup hosts,
            Links states,
            PeerTraffic traffic) {
        this.loop = loop;
        this.hosts = hosts;
        this.traffic = traffic;
        addresses.forEach((peer, address) -> links.put(
                peer,
                new PeerLink(
                        loop, peer, address, hosts, PeerCodec.greeting(self, peer, start, secret), states.with(peer))));
        loop.execute(() -> links.values().forEach(PeerLink::connect));
    }

    @Override
    public void send(NodeMessage message) {
        Frame frame = PeerCodec.encode(message);
        traffic.sent(message, frame);
        links.get(message.to()).send(frame);
    }

    @Override
    public boolean hasRoom(NodeId peer) {
        return links.get(peer).hasRoom();
    }

    /**
     * Ends every link after what its connection was given. To be called on the event loop.
     *
     * @return done when all are closed
     */
    public Promise<Void> close() {
        PromiseCombiner all = new PromiseCombiner(loop);
        links.values().forEach(link -> all.add(link.close()));
        hosts.close();
        Promise<Void> closed = loop.newPromise();
        all.finish(closed);
        return closed;
    }
}
