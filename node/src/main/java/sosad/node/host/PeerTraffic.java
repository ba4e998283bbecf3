package sosad.node.host;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import sosad.message.InquiryMessage;
import sosad.message.NodeMessage;
import sosad.message.PeerMessage;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;

/**
 * The traffic between this node and its peers since the node began. Sent is what was handed to a link, whether or not
 * it arrives. Counted on the event loop's thread, so plain fields will do.
 */
public final class PeerTraffic {
    private final SortedMap<NodeId, Both> peers = new TreeMap<>();
    private long refusedFrames;

    /**
     * The traffic between this node and one peer.
     *
     * @param sent to it, by kind
     * @param received from it, by kind
     */
    public record Both(Map<FrameKind, MessageCounts> sent, Map<FrameKind, MessageCounts> received) {
        private static Both nothing() {
            return new Both(zeros(), zeros());
        }

        private static Map<FrameKind, MessageCounts> zeros() {
            Map<FrameKind, MessageCounts> zeros = new EnumMap<>(FrameKind.class);
            for (FrameKind kind : FrameKind.values()) {
                if (kind != FrameKind.GREETING) {
                    zeros.put(kind, new MessageCounts());
                }
            }
            return Collections.unmodifiableMap(zeros);
        }
    }

    /** Nothing has gone to or from these peers yet. */
    public PeerTraffic(Iterable<NodeId> peers) {
        peers.forEach(peer -> this.peers.put(peer, Both.nothing()));
    }

    /** The message in {@code frame} was handed to its link. */
    public void sent(NodeMessage message, Frame frame) {
        count(peers.get(frame.to()).sent(), message, frame);
    }

    /** The message in {@code frame} was taken. */
    public void received(NodeMessage message, Frame frame) {
        count(peers.get(frame.from()).received(), message, frame);
    }

    /** Something at the peer port was no sound frame of a peer. */
    public void refused() {
        refusedFrames++;
    }

    private static void count(Map<FrameKind, MessageCounts> counts, NodeMessage message, Frame frame) {
        MessageCounts kind = counts.get(frame.kind());
        int bytes = frame.bytes().length;
        if (message instanceof PeerMessage update) {
            kind.count(
                    update.update().changes().size(), update.update().receipts().size(), bytes);
        } else {
            boolean carries = ((InquiryMessage) message).inquiry().carried().isPresent();
            kind.count(carries ? 1 : 0, 0, bytes);
        }
    }

    /** By peer, in alphabetical order; to be read on the event loop's thread. */
    public SortedMap<NodeId, Both> peers() {
        return Collections.unmodifiableSortedMap(peers);
    }

    public long refusedFrames() {
        return refusedFrames;
    }

    /** Returns what was sent, over all peers and kinds. */
    public MessageCounts allSent() {
        return sum(Both::sent);
    }

    /** Returns what was received, over all peers and kinds. */
    public MessageCounts allReceived() {
        return sum(Both::received);
    }

    private MessageCounts sum(Function<Both, Map<FrameKind, MessageCounts>> way) {
        MessageCounts sum = new MessageCounts();
        peers.values().forEach(both -> way.apply(both).values().forEach(sum::add));
        return sum;
    }
}
