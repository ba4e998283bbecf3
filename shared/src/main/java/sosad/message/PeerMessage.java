package sosad.message;

import java.util.Objects;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Update;

/**
 * An update message under way.
 *
 * @param id its number: unique within a cluster, given by the sender
 * @param update what it says
 */
public record PeerMessage(long id, Update update) implements NodeMessage {
    public PeerMessage {
        Objects.requireNonNull(update);
    }

    @Override
    public NodeId from() {
        return update.from();
    }

    @Override
    public Content content() {
        return update;
    }

    @Override
    public NodeId to() {
        return update.to();
    }
}
