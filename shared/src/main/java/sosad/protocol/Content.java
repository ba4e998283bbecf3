package sosad.protocol;

import sosad.model.NodeId;

/** The content of a message between nodes: an update, or a question, answer or repair for a read. */
public sealed interface Content permits Update, Inquiry {
    /** The sender. */
    NodeId from();

    /** The destination. */
    NodeId to();
}
