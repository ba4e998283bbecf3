package sosad.message;

import java.util.Objects;
import sosad.protocol.Update;

/**
 * An update message under way.
 *
 * @param id its number: unique within a cluster, given by the sender
 * @param update what it says
 */
public record PeerMessage(long id, Update update) {
    public PeerMessage {
        Objects.requireNonNull(update);
    }
}
