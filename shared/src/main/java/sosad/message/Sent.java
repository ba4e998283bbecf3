package sosad.message;

import java.util.Objects;
import sosad.model.NodeId;

/**
 * A message that a node has handed to its link.
 *
 * @param to the destination
 * @param id the message's number
 */
public record Sent(NodeId to, long id) {
    public Sent {
        Objects.requireNonNull(to);
    }
}
