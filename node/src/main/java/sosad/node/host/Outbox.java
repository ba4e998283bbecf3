package sosad.node.host;

import sosad.message.NodeMessage;
import sosad.model.NodeId;

/** Takes the messages that the node sends. */
public interface Outbox {
    /** Hands the message to the link to its destination; must not block. */
    void send(NodeMessage message);

    /** Returns whether the link to {@code peer} is open and not behind, so that it is worth composing more for it. */
    boolean hasRoom(NodeId peer);
}
