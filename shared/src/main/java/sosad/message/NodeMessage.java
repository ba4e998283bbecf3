package sosad.message;

import sosad.model.NodeId;

/** A message between nodes. */
public sealed interface NodeMessage permits PeerMessage, InquiryMessage {
    /** Its number: unique within a cluster, given by the sender. */
    long id();

    NodeId from();

    NodeId to();
}
