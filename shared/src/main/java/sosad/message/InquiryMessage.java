package sosad.message;

import java.util.Objects;
import sosad.protocol.Inquiry;

/**
 * A question, answer or repair under way.
 *
 * @param id its number: unique within a cluster, given by the sender
 * @param inquiry what it says
 */
public record InquiryMessage(long id, Inquiry inquiry) {
    public InquiryMessage {
        Objects.requireNonNull(inquiry);
    }
}
