package sosad.app.history;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.protocol.Content;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.protocol.Update.Receipt;
import sosad.wire.FrameKind;

/**
 * A message at a moment.
 *
 * @param id its number, unique in the cluster
 * @param content what it says, as it is now: trimmed if it was trimmed
 * @param copies how many times it is to be delivered, in a row
 * @param corrupt whether the bytes of its first copy are changed on the way
 * @param fate where it is
 * @param stepsLeft if it is delayed, how many steps have still to open before it goes on; it is held until then
 * @param step the index of the step in which it was composed
 * @param why why it was lost, or is held or waiting: a short sentence, or empty
 */
public record Message(
        long id, Content content, int copies, boolean corrupt, Fate fate, int stepsLeft, int step, String why) {
    public Message {
        Objects.requireNonNull(content);
        Objects.requireNonNull(fate);
        Objects.requireNonNull(why);
        if (stepsLeft < 0 || (stepsLeft > 0 && fate != Fate.HELD)) {
            throw new IllegalArgumentException(format("delayed by %d steps, and %s", stepsLeft, fate));
        }
    }

    /** A message that is neither corrupt nor delayed. */
    public Message(long id, Content content, int copies, Fate fate, int step, String why) {
        this(id, content, copies, false, fate, 0, step, why);
    }

    public NodeId from() {
        return content.from();
    }

    public NodeId to() {
        return content.to();
    }

    public FrameKind kind() {
        return FrameKind.of(content);
    }

    /** The update, if it is one and not a question, answer or repair. */
    public Optional<Update> update() {
        return content instanceof Update update ? Optional.of(update) : Optional.empty();
    }

    /** The question, answer or repair for a read, if it is one. */
    public Optional<Inquiry> inquiry() {
        return content instanceof Inquiry inquiry ? Optional.of(inquiry) : Optional.empty();
    }

    /** The entries that it carries. */
    public List<Entry> entries() {
        return content instanceof Update update
                ? update.changes()
                : ((Inquiry) content).carried().stream().toList();
    }

    /** The receipts that it carries. */
    public List<Receipt> receipts() {
        return update().map(Update::receipts).orElse(List.of());
    }

    /** Returns whether it goes from the one end of {@code link} to the other. */
    public boolean isOn(Link link) {
        return link.from().equals(from()) && link.to().equals(to());
    }

    /** What it carries, in the document's form, such as {@code waffle@2}. */
    public List<String> changes() {
        return entries().stream()
                .map(change -> change.key() + "@" + change.timestamp())
                .toList();
    }

    /** Returns whether it is held for some steps only. */
    public boolean isDelayed() {
        return stepsLeft > 0;
    }

    /** The same message elsewhere. */
    public Message with(Fate newFate, String because) {
        return new Message(id, content, copies, corrupt, newFate, 0, step, because);
    }

    /** The same message, held until so many steps have opened. */
    public Message delayed(int steps, String because) {
        return new Message(id, content, copies, corrupt, Fate.HELD, steps, step, because);
    }

    /** The same message, to be delivered this many times. */
    public Message withCopies(int newCopies) {
        return new Message(id, content, newCopies, corrupt, fate, stepsLeft, step, why);
    }

    /** The same message as another, with a number of its own, none of whose copies is corrupt. */
    public Message copy(long newId, int newCopies) {
        return new Message(newId, content, newCopies, false, fate, stepsLeft, step, why);
    }

    /** The same message, its first copy to be changed on the way or not. */
    public Message withCorrupt(boolean newCorrupt) {
        return new Message(id, content, copies, newCorrupt, fate, stepsLeft, step, why);
    }

    /** The same message with other contents. */
    public Message withContent(Content newContent) {
        return new Message(id, newContent, copies, corrupt, fate, stepsLeft, step, why);
    }
}
