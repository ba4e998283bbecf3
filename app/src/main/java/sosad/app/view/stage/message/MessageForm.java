package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.text.MessageText;

/** The forms of a message's box. */
enum MessageForm {
    /** The three parts. */
    FULL,
    /** The changes alone. */
    CHIP,
    /** The number of changes. */
    DOT;

    /** Two changes are shown if they take no more characters than this. */
    private static final int CHARACTERS = 24;

    private static final int KEY_CHARACTERS = 16;

    /** The changes that there is room for, and how many more there are. */
    static String changes(Message message) {
        List<String> changes =
                message.changes().stream().map(MessageForm::shortened).toList();
        if (message.inquiry().isPresent()) {
            return changes.isEmpty() ? shortened(MessageText.changes(message)) : changes.get(0);
        }
        int receipts = message.receipts().size();
        if (changes.isEmpty()) {
            return receipts == 0 ? "no changes" : receipts(receipts);
        }
        int shown =
                changes.size() > 1 && changes.get(0).length() + changes.get(1).length() + 2 <= CHARACTERS ? 2 : 1;
        String text = String.join(", ", changes.subList(0, shown));
        return changes.size() > shown ? text + " +" + (changes.size() - shown) + " more" : text;
    }

    /** The header: how far the sender has heard the destination; nothing for a question, answer or repair. */
    static String header(Message message) {
        String header = message.update()
                .map(update -> format("now %d · prev %d", update.now(), update.prev()))
                .orElse("");
        int receipts = message.receipts().size();
        return receipts == 0 || message.changes().isEmpty() ? header : header + " · " + receipts(receipts);
    }

    private static String receipts(int count) {
        return count == 1 ? "1 receipt" : count + " receipts";
    }

    /** The kind, and its fate in a word where it has one. */
    static String kind(Message message) {
        String kind = MessageText.kind(message);
        String fate = fate(message);
        if (!message.corrupt() || message.fate().isFinal()) {
            return kind + fate;
        }
        return kind + (fate.isEmpty() ? " corrupt" : fate + ", corrupt");
    }

    /** The kind and the destination, and its fate: such as {@code push to B, arrived}. */
    static String kindAndDestination(Message message) {
        String fate = message.fate() == Fate.DELIVERED ? " arrived" : fate(message);
        String corrupt = message.corrupt() && !message.fate().isFinal() ? ", corrupt" : "";
        return MessageText.kind(message) + " to " + message.to() + (fate.isEmpty() ? "" : "," + fate) + corrupt;
    }

    private static String fate(Message message) {
        return switch (message.fate()) {
            case LOST -> " lost";
            case DISCARDED -> " thrown away";
            case HELD -> message.isDelayed() ? " delayed" : " held";
            case WAITING -> " waits";
            case IN_FLIGHT, DELIVERED -> "";
        };
    }

    /** Returns where on its link, from 0 to 1, a message of this fate stands. */
    static double place(Fate fate) {
        return switch (fate) {
            case HELD, DISCARDED -> 0.24;
            case IN_FLIGHT, LOST -> 0.5;
            case WAITING -> 0.76;
            case DELIVERED -> 0.74;
        };
    }

    private static String shortened(String change) {
        if (change.length() <= KEY_CHARACTERS + 4) {
            return change;
        }
        int at = change.lastIndexOf('@') < 0 ? change.length() : change.lastIndexOf('@');
        return change.substring(0, Math.min(at, KEY_CHARACTERS - 1)) + "…" + change.substring(at);
    }
}
