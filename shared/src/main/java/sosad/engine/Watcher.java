package sosad.engine;

import java.util.List;
import java.util.Optional;
import sosad.message.InquiryMessage;
import sosad.message.PeerMessage;
import sosad.message.Report.Sent;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Received;
import sosad.protocol.Written;

/** A listener to the events at a node, in order; it overrides only those it needs. */
public interface Watcher {
    /**
     * A client wrote.
     *
     * @param client its address, {@code host:port}
     */
    default void wrote(String client, Written written) {}

    /** A message came in and was dealt with. */
    default void received(PeerMessage message, Received received) {}

    /**
     * A client has begun a read that may ask the peers.
     *
     * @param client its address, {@code host:port}
     * @param read the number of the read
     * @param sent the questions; none if the read is over at once
     */
    default void asked(String client, Key key, ReadMode mode, long read, List<Sent> sent) {}

    /**
     * A question, answer or repair came in and was dealt with.
     *
     * @param applied what this node took over because of it
     * @param sent what it sent because of it
     * @param ended the number of the client's read that it ended
     */
    default void heard(InquiryMessage message, Optional<Entry> applied, List<Sent> sent, Optional<Long> ended) {}

    /**
     * Reports that a message from {@code from} has shown that peers know more of this node's store than is here, or a
     * greater store id, so its entries are in a store with a greater id now.
     *
     * @param before the id of the store until now
     */
    default void storeBegun(long before, NodeId from) {}
}
