package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import sosad.app.history.Message;
import sosad.app.history.text.Isolated;
import sosad.model.Entry;
import sosad.protocol.Inquiry;
import sosad.protocol.Update;
import sosad.protocol.Update.Receipt;

/** The parts of a message, much like JSON, for reading: very long lists and long values are cut. */
final class MessageParts {
    private static final int LINES = 200;
    private static final int VALUE_CHARACTERS = 24;

    private MessageParts() {}

    static String text(Message message) {
        return "{ "
                + String.join(
                        ",\n  ",
                        message.update()
                                .map(MessageParts::parts)
                                .orElseGet(() -> parts(message.inquiry().orElseThrow())))
                + " }";
    }

    private static List<String> parts(Inquiry inquiry) {
        List<String> parts =
                new ArrayList<>(List.of("\"key\": " + quoted(inquiry.key().text())));
        if (!(inquiry instanceof Inquiry.Ask)) {
            parts.add("\"entry\": "
                    + inquiry.carried().map(entry -> change(entry, false)).orElse("null"));
        }
        return parts;
    }

    private static List<String> parts(Update update) {
        List<String> parts = new ArrayList<>();
        parts.add("\"now\": " + update.now());
        parts.add("\"prev\": " + update.prev());
        update.stamp().ifPresent(stamp -> parts.add("\"timestamp\": " + stamp));
        boolean stamped = update.stamp().isPresent();
        parts.add(list(
                "changes",
                update.changes().stream().map(change -> change(change, stamped)).toList()));
        if (!update.receipts().isEmpty()) {
            parts.add(list(
                    "receipts",
                    update.receipts().stream().map(MessageParts::receipt).toList()));
        }
        return parts;
    }

    private static String list(String name, List<String> items) {
        if (items.isEmpty()) {
            return "\"%s\": []".formatted(name);
        }
        List<String> shown = new ArrayList<>(items.subList(0, Math.min(LINES, items.size())));
        String rest = items.size() > LINES ? format(",\n    … %d more", items.size() - LINES) : "";
        return "\"%s\": [\n    %s%s ]".formatted(name, String.join(",\n    ", shown), rest);
    }

    private static String change(Entry change, boolean stamped) {
        String value = change.value().map(found -> quoted(found.text())).orElse("null");
        String key = quoted(change.key().text());
        return stamped ? "[%s, %s]".formatted(key, value) : format("[%s, %s, %d]", key, value, change.timestamp());
    }

    private static String receipt(Receipt receipt) {
        return format(
                "[%s, %d]", quoted(receipt.key().text()), receipt.version().timestamp());
    }

    private static String quoted(String text) {
        String plain = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        boolean fits = plain.codePointCount(0, plain.length()) <= VALUE_CHARACTERS;
        String shown = fits ? plain : plain.substring(0, plain.offsetByCodePoints(0, VALUE_CHARACTERS)) + "…";
        return "\"" + Isolated.of(shown) + "\"";
    }
}
