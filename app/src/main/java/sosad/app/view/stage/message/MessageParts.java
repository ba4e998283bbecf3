package sosad.app.view.stage.message;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.List;
import sosad.app.history.Message;
import sosad.app.history.text.Isolated;
import sosad.model.Entry;
import sosad.protocol.Update.Receipt;

/** The parts of a message, much like JSON, for reading: very long lists and long values are cut. */
final class MessageParts {
    private static final int LINES = 200;
    private static final int VALUE_CHARACTERS = 24;

    private MessageParts() {}

    static String text(Message message) {
        List<String> parts = new ArrayList<>();
        parts.add("\"now\": " + message.update().now());
        parts.add("\"prev\": " + message.update().prev());
        message.update().stamp().ifPresent(stamp -> parts.add("\"timestamp\": " + stamp));
        boolean stamped = message.update().stamp().isPresent();
        parts.add(list(
                "changes",
                message.update().changes().stream()
                        .map(change -> change(change, stamped))
                        .toList()));
        if (!message.update().receipts().isEmpty()) {
            parts.add(list(
                    "receipts",
                    message.update().receipts().stream()
                            .map(MessageParts::receipt)
                            .toList()));
        }
        return "{ " + String.join(",\n  ", parts) + " }";
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
