package sosad.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import sosad.app.history.Fate;
import sosad.app.history.HistoryEvent;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Handling;
import sosad.model.Entry;
import sosad.model.Key;
import sosad.model.NodeId;

/**
 * The way of a message, or of copies of it that went by themselves, up to the moment asked about.
 *
 * @param sending the event of its sending
 * @param later what happened to it afterwards, in order
 * @param first the message as it was sent
 * @param last the message as it is at that moment
 */
record MessageTrack(HistoryEvent sending, List<HistoryEvent> later, Message first, Message last) {
    MessageTrack {
        Objects.requireNonNull(sending);
        Objects.requireNonNull(first);
        Objects.requireNonNull(last);
        later = List.copyOf(later);
    }

    static MessageTrack beginning(HistoryEvent sending, Message message) {
        return new MessageTrack(sending, List.of(), message, message);
    }

    MessageTrack plus(HistoryEvent event, Message message) {
        List<HistoryEvent> more = new ArrayList<>(later);
        more.add(event);
        return new MessageTrack(sending, more, first, message);
    }

    NodeId from() {
        return first.from();
    }

    NodeId to() {
        return first.to();
    }

    /** The last event of it. */
    HistoryEvent end() {
        return later.isEmpty() ? sending : later.get(later.size() - 1);
    }

    /** The last event of it by which it got the fate it has: not that of its being trimmed. */
    HistoryEvent turn() {
        HistoryEvent turn = sending;
        for (HistoryEvent event : later) {
            boolean isTrimming =
                    event.what() instanceof RunEvent.Handled handled && handled.handling() == Handling.TRIMMED;
            turn = isTrimming ? turn : event;
        }
        return turn;
    }

    /** The event by which its fate was settled, by its id; if it is not, {@code open}. */
    int settledAt(int open) {
        return last.fate().isFinal() ? end().id() : open;
    }

    boolean isDelivered() {
        return last.fate() == Fate.DELIVERED;
    }

    /** The event by which it was first held or delayed. */
    Optional<HistoryEvent> holding() {
        if (first.fate() == Fate.HELD) {
            return Optional.of(sending);
        }
        return later.stream()
                .filter(event -> event.what() instanceof RunEvent.Handled handled
                        && handled.message().fate() == Fate.HELD
                        && handled.handling() != Handling.TRIMMED)
                .findFirst();
    }

    /** The entry of a key that it carried when it was sent. */
    Optional<Entry> carried(Key key) {
        return entry(first, key);
    }

    /** The entry of a key that it carries at the end. */
    Optional<Entry> carries(Key key) {
        return entry(last, key);
    }

    private static Optional<Entry> entry(Message message, Key key) {
        return message.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst();
    }

    /** The event that took a key out of it. */
    Optional<HistoryEvent> trimming(Key key) {
        return later.stream()
                .filter(event -> event.what() instanceof RunEvent.Handled handled
                        && handled.handling() == Handling.TRIMMED
                        && entry(handled.message(), key).isEmpty())
                .findFirst();
    }
}
