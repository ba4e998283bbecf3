package sosad.app.view.stage.message;

import java.util.Optional;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.model.NodeId;

/**
 * The messages that lie in one stack: those of a link with one fate, those of a sender, or all.
 *
 * @param from the sender, if they have the same
 * @param to the destination, if they have the same
 * @param fate their fate, if it is the same
 */
record StackOf(Optional<NodeId> from, Optional<NodeId> to, Optional<Fate> fate) {
    static final StackOf ALL = new StackOf(Optional.empty(), Optional.empty(), Optional.empty());

    static StackOf onLink(Message message) {
        return new StackOf(Optional.of(message.from()), Optional.of(message.to()), Optional.of(message.fate()));
    }

    static StackOf bySender(Message message) {
        return new StackOf(Optional.of(message.from()), Optional.empty(), Optional.empty());
    }

    /** Such as {@code from A to B}, with a space before it; empty for all. */
    String words() {
        return from.map(sender -> " from " + sender).orElse("")
                + to.map(destination -> " to " + destination).orElse("");
    }
}
