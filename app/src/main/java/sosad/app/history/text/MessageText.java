package sosad.app.history.text;

import static sosad.model.PlainFormat.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.app.history.Message;
import sosad.app.scenario.TrafficRule;
import sosad.model.Entry;
import sosad.protocol.Update;
import sosad.protocol.Update.Kind;
import sosad.wire.FrameKind;

/** The contents and the state of a message, in words. */
public final class MessageText {
    private MessageText() {}

    /**
     * Returns what a message is and where it stands: {@code B's push to A: waffle@2, grace@2. Lost: the link is cut.}
     */
    public static String of(Message message) {
        return "%s's %s to %s: %s%s%s. %s"
                .formatted(
                        message.from(),
                        kind(message),
                        message.to(),
                        changes(message),
                        message.copies() > 1 ? ", " + message.copies() + " times" : "",
                        message.corrupt() ? ", corrupt" : "",
                        fate(message));
    }

    /** Returns where a message stands, with the reason if there is one: {@code Held back: until B has restarted.} */
    public static String fate(Message message) {
        String where =
                switch (message.fate()) {
                    case IN_FLIGHT -> "On its way";
                    case HELD -> message.isDelayed() ? "Delayed, %s".formatted(stepsLeft(message)) : "Held back";
                    case WAITING -> "Waiting at " + message.to();
                    case DELIVERED -> "Delivered";
                    case LOST -> "Lost";
                    case DISCARDED -> "Thrown away";
                };
        return where + because(message) + ".";
    }

    /** Returns how long a delayed message stays where it is: {@code 2 steps more}. */
    static String stepsLeft(Message message) {
        return TrafficRule.steps(message.stepsLeft()) + " more";
    }

    /** Returns what the parts of a message say: how far its sender has heard its destination, and what it brings. */
    public static String explain(Message message) {
        return message.update()
                        .map(update -> heard(update) + " " + contents(update) + receipts(update))
                        .orElseGet(() -> InquiryText.explain(message.inquiry().orElseThrow()))
                + corruption(message);
    }

    private static String heard(Update update) {
        return format(
                "%s has heard from %s up to %d; before its last sync, up to %d.",
                update.from(), update.to(), update.now(), update.prev());
    }

    private static String corruption(Message message) {
        if (!message.corrupt() || message.fate().isFinal()) {
            return "";
        }
        return " The bytes of %s are changed on the way: %s will refuse it."
                .formatted(message.copies() == 1 ? "this message" : "its first copy", message.to());
    }

    private static String contents(Update update) {
        List<Entry> changes = update.changes();
        if (update.kind() == Kind.HELLO) {
            return "It has just come back and says so; it sends no changes.";
        }
        if (changes.isEmpty()) {
            return "It sends no changes.";
        }
        OptionalLong stamp = update.stamp();
        if (stamp.isPresent()) {
            return format(
                    "It sends %s, all under the one timestamp %d.",
                    listed(changes.stream()
                            .map(change -> change.key() + (change.isTombstone() ? " (deleted)" : ""))
                            .toList()),
                    stamp.getAsLong());
        }
        return "It sends "
                + listed(changes.stream()
                        .map(change -> format(
                                "%s, %s at time %d",
                                change.key(), change.isTombstone() ? "deleted" : "written", change.timestamp()))
                        .toList())
                + ".";
    }

    private static String receipts(Update update) {
        int receipts = update.receipts().size();
        return switch (receipts) {
            case 0 -> "";
            case 1 -> " It confirms 1 entry that it got from %s.".formatted(update.to());
            default -> format(" It confirms %d entries that it got from %s.", receipts, update.to());
        };
    }

    /** Returns what a message carries in the document's form, or that it is nothing; of a question, its key. */
    public static String changes(Message message) {
        if (message.inquiry().isPresent()) {
            return InquiryText.contents(message.inquiry().get());
        }
        return message.changes().isEmpty() ? "no changes" : String.join(", ", message.changes());
    }

    /** push, sync or hello; question, answer or repair. */
    public static String kind(Message message) {
        return kind(message.kind());
    }

    /** Returns the word for a kind of message on screen. */
    public static String kind(FrameKind kind) {
        return TrafficRule.word(kind);
    }

    static String because(Message message) {
        return Optional.of(unpointed(message.why()))
                .filter(why -> !why.isEmpty())
                .map(why -> ": " + why)
                .orElse("");
    }

    /** A list in words: {@code a, b and c}; the parts are set apart by semicolons where they have commas themselves. */
    static String listed(List<String> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        String comma = parts.stream().anyMatch(part -> part.contains(",")) ? "; " : ", ";
        return String.join(comma, parts.subList(0, parts.size() - 1))
                + (comma.equals("; ") ? "; and " : " and ")
                + parts.get(parts.size() - 1);
    }

    static String unpointed(String sentence) {
        String trimmed = sentence.strip();
        return trimmed.endsWith(".") ? trimmed.substring(0, trimmed.length() - 1) : trimmed;
    }
}
