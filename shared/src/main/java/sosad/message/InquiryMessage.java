package sosad.message;

import java.util.Objects;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;

/**
 * A question, answer or repair under way.
 *
 * @param id its number: unique within a cluster, given by the sender
 * @param inquiry what it says
 */
public record InquiryMessage(long id, Inquiry inquiry) implements NodeMessage {
    public InquiryMessage {
        Objects.requireNonNull(inquiry);
    }

    @Override
    public NodeId from() {
        return inquiry.from();
    }

    @Override
    public Content content() {
        return inquiry;
    }

    @Override
    public NodeId to() {
        return inquiry.to();
    }
}
