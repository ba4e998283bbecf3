package sosad.node.peer;

import io.netty.channel.Channel;
import io.netty.channel.socket.DuplexChannel;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.model.NodeId;
import sosad.node.host.Links;
import sosad.node.net.SocketText;

/**
 * The nodes that have greeted at the peer port; notices two processes under one name. When a new start of a peer
 * greets, the connections of the one before are told to end. One that is dead does not mind; one that lives greets
 * again.
 */
final class Callers {
    private static final Logger LOG = LoggerFactory.getLogger(Callers.class);

    private final Links links;
    private final Map<NodeId, Starts> peers = new TreeMap<>();

    /** The starts of one peer: those with a connection, and those that a later one has followed. */
    private static final class Starts {
        private static final int MAX_FOLLOWED = 100;

        private final Map<Long, Set<Channel>> open = new HashMap<>();
        private final Set<Long> followed = new LinkedHashSet<>();
        private OptionalLong newest = OptionalLong.empty();

        void follow(long start) {
            newest.ifPresent(followed::add);
            followed.remove(start);
            newest = OptionalLong.of(start);
            if (followed.size() > MAX_FOLLOWED) {
                followed.remove(followed.iterator().next());
            }
        }

        boolean isNewest(long start) {
            return newest.equals(OptionalLong.of(start));
        }

        boolean hasOthersThan(long start) {
            return open.keySet().stream().anyMatch(other -> other != start);
        }
    }

    Callers(Links links) {
        this.links = links;
    }

    /** A connection was opened by this start of the peer. */
    void greeted(NodeId peer, long start, Channel channel) {
        Starts starts = peers.computeIfAbsent(peer, first -> new Starts());
        boolean hasOthers = starts.hasOthersThan(start);
        if (hasOthers && starts.followed.contains(start)) {
            tell(peer, channel);
        } else if (!starts.isNewest(start)) {
            starts.follow(start);
            starts.open.values().forEach(channels -> channels.forEach(Callers::endSoon));
        }
        starts.open.computeIfAbsent(start, none -> new LinkedHashSet<>()).add(channel);
        channel.closeFuture().addListener(closed -> left(peer, start, channel));
    }

    private void tell(NodeId peer, Channel channel) {
        if (!links.with(peer).isDoubled()) {
            LOG.error(
                    "two processes run as node {}: one was there already, and another connects from {}. Stop one of "
                            + "them: their stores cannot be told apart",
                    peer,
                    SocketText.of(channel.remoteAddress()));
            links.with(peer).areTwo(true);
        }
    }

    private void left(NodeId peer, long start, Channel channel) {
        Starts starts = peers.get(peer);
        Set<Channel> channels = starts.open.get(start);
        channels.remove(channel);
        if (channels.isEmpty()) {
            starts.open.remove(start);
        }
        if (starts.open.size() < 2) {
            links.with(peer).areTwo(false);
        }
    }

    /** Ends a connection; data that has already arrived is still read. */
    private static void endSoon(Channel channel) {
        if (channel instanceof DuplexChannel duplex) {
            duplex.shutdownOutput();
        }
    }
}
