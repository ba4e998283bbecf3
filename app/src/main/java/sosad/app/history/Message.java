package sosad.app.history;

import java.util.List;
import java.util.Objects;
import sosad.model.NodeId;
import sosad.protocol.Kind;
import sosad.protocol.Update;

/**
 * A message at a moment.
 *
 * @param id its number, unique in the cluster
 * @param update what it says, as it is now: trimmed if it was trimmed
 * @param copies how many times it is to be delivered, in a row
 * @param fate where it is
 * @param step the index of the step in which it was composed
 * @param why why it was lost, or is held or waiting: a short sentence, or empty
 */
public record Message(long id, Update update, int copies, Fate fate, int step, String why) {
    public Message {
        Objects.requireNonNull(update);
        Objects.requireNonNull(fate);
        Objects.requireNonNull(why);
    }

    public NodeId from() {
        return update.from();
    }

    public NodeId to() {
        return update.to();
    }

    public Kind kind() {
        return update.kind();
    }

    /** Its changes in the document's form, such as {@code waffle@2}. */
    public List<String> changes() {
        return update.changes().stream()
                .map(change -> change.key() + "@" + change.timestamp())
                .toList();
    }

    /** The same message elsewhere. */
    public Message with(Fate newFate, String because) {
        return new Message(id, update, copies, newFate, step, because);
    }

    /** The same message, to be delivered this many times. */
    public Message withCopies(int newCopies) {
        return new Message(id, update, newCopies, fate, step, why);
    }

    /** The same message with other contents. */
    public Message withUpdate(Update newUpdate) {
        return new Message(id, newUpdate, copies, fate, step, why);
    }
}
