package sosad.node.host;

import sosad.model.NodeId;
import sosad.wire.Frame;

/** Takes the messages that the node sends. */
public interface Outbox {
    /** Hands the message to the link to its destination; must not block. */
    void send(Frame frame);

    /** Whether the link to {@code peer} is open and not behind, so that it is worth composing more for it. */
    boolean hasRoom(NodeId peer);
}
