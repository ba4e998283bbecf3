package sosad.message;

import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;

/** A message between nodes. */
public sealed interface NodeMessage permits PeerMessage, InquiryMessage {
    /** Its number: unique within a cluster, given by the sender. */
    long id();

    NodeId from();

    NodeId to();

    /** What it says. */
    Content content();

    /** Returns the message that says this. */
    static NodeMessage of(long id, Content content) {
        return content instanceof Update update
                ? new PeerMessage(id, update)
                : new InquiryMessage(id, (Inquiry) content);
    }
}
