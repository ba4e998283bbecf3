package sosad.app.history.text;

import static sosad.app.history.text.MessageText.because;
import static sosad.app.history.text.MessageText.changes;
import static sosad.app.history.text.MessageText.kind;
import static sosad.app.history.text.MessageText.stepsLeft;
import static sosad.model.PlainFormat.format;

import java.util.stream.Collectors;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;
import sosad.app.history.RunEvent.Delivered;
import sosad.app.history.RunEvent.Handled;
import sosad.app.history.RunEvent.Reordered;

/** Events of a message, in sentences. */
final class MessageSentences {
    private MessageSentences() {}

    static String sent(Message message) {
        String sending =
                switch (message.kind()) {
                    case ASK, ANSWER, REPAIR ->
                        InquiryText.sentence(message.inquiry().orElseThrow());
                    case PUSH -> "%s pushes %s to %s".formatted(message.from(), changes(message), message.to());
                    case SYNC -> "%s syncs %s to %s".formatted(message.from(), changes(message), message.to());
                    case HELLO, GREETING -> "%s tells %s that it is back".formatted(message.from(), message.to());
                };
        String fate =
                switch (message.fate()) {
                    case LOST -> "; the message is lost" + because(message);
                    case HELD -> "; the message is " + held(message);
                    case WAITING -> "; the message waits" + because(message);
                    case DISCARDED -> "; the message is thrown away" + because(message);
                    case IN_FLIGHT, DELIVERED ->
                        message.copies() > 1 ? format("; it is to arrive %d times", message.copies()) : "";
                };
        return sending + fate + (message.corrupt() ? "; its bytes are changed on the way" : "") + ".";
    }

    private static String held(Message message) {
        String how = message.isDelayed() ? "delayed, " + stepsLeft(message) : "held back";
        return how + because(message);
    }

    static String delivered(Delivered delivered) {
        Message message = delivered.message();
        String news;
        if (message.inquiry().isPresent() && delivered.applied().isEmpty()) {
            return "%s receives %s's %s (%s).".formatted(message.to(), message.from(), kind(message), changes(message));
        } else if (message.entries().isEmpty()) {
            news = "it brings no changes";
        } else if (delivered.applied().isEmpty()) {
            news = "nothing in it is new to " + message.to();
        } else {
            news = "new to %s: %s"
                    .formatted(
                            message.to(),
                            delivered.applied().stream()
                                    .map(entry -> entry.key() + "@" + entry.timestamp())
                                    .collect(Collectors.joining(", ")));
        }
        String straggler = delivered.straggler()
                ? " It comes from a store of %s that is gone, so only its changes count.".formatted(message.from())
                : "";
        return "%s receives %s's %s; %s.%s".formatted(message.to(), message.from(), kind(message), news, straggler);
    }

    static String handled(Handled handled) {
        Message message = handled.message();
        String name = "%s's %s to %s".formatted(message.from(), kind(message), message.to());
        String subject = "%s (%s)".formatted(name, changes(message));
        return switch (handled.handling()) {
            case LOST -> subject + " is lost" + because(message) + ".";
            case HELD, DELAYED -> subject + " is " + held(message) + ".";
            case RELEASED -> subject + " is released.";
            case RESTORED -> subject + " is restored: it was lost, and goes on after all.";
            case WAITS -> subject + " waits" + because(message) + ".";
            case DISCARDED -> subject + " is thrown away" + because(message) + ".";
            case DUPLICATED -> subject + format(" is to arrive %d times.", message.copies());
            case CORRUPTED -> subject + " is corrupt: its bytes are changed on the way.";
            case REFUSED -> refused(message);
            case TRIMMED -> "%s is trimmed; left in it: %s.".formatted(name, changes(message));
        };
    }

    private static String refused(Message message) {
        boolean over = message.fate() == Fate.LOST;
        return "%s refuses %s%s's %s (%s): its checksum is wrong.%s"
                .formatted(
                        message.to(),
                        over ? "" : "the first copy of ",
                        message.from(),
                        kind(message),
                        changes(message),
                        over ? " It is lost." : "");
    }

    static String split(RunEvent.Split split) {
        Message message = split.message();
        return "The copies of %s's %s to %s (%s) go on apart from each other."
                .formatted(message.from(), kind(message), message.to(), changes(message));
    }

    static String reordered(Reordered reordered) {
        Message message = reordered.message();
        return format(
                "%s's %s to %s (%s) is now number %d of %d to be delivered.",
                message.from(), kind(message), message.to(), changes(message), reordered.place(), reordered.of());
    }
}
