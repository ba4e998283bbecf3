package sosad.node.drive;

import sosad.message.PeerMessage;

/** Takes the messages that the replica sends. */
public interface Outbox {
    /** Hands the message to the link to its destination; must not block. */
    void send(PeerMessage message);
}
