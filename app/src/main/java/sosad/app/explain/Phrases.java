package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import sosad.app.history.Message;
import sosad.app.history.text.MessageText;
import sosad.app.scenario.TrafficRule;
import sosad.model.Entry;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.model.Value;

/** The words of explanations, short enough for sentences of {@value Sentence#MAX_WORDS} words. */
final class Phrases {
    private static final int VALUE_CHARACTERS = 20;
    private static final int LISTED = 3;

    private Phrases() {}

    /** {@code waffle@2}. */
    static String of(Entry entry) {
        return entry.key() + "@" + entry.timestamp();
    }

    /** {@code B → A}. */
    static String link(NodeId from, NodeId to) {
        return from + " → " + to;
    }

    static String link(Link link) {
        return link(link.from(), link.to());
    }

    /** {@code B's push}. */
    static String name(Message message) {
        return "%s's %s".formatted(message.from(), MessageText.kind(message));
    }

    /** What a message carries, of many entries the first ones: {@code tom@4 alone}, {@code a@1, b@2 and 7 more}. */
    static String contents(List<Entry> entries) {
        if (entries.isEmpty()) {
            return "nothing";
        }
        if (entries.size() == 1) {
            return of(entries.get(0)) + " alone";
        }
        int shown = entries.size() <= LISTED ? entries.size() - 1 : LISTED - 1;
        String first = entries.stream().limit(shown).map(Phrases::of).collect(Collectors.joining(", "));
        return first
                + (entries.size() <= LISTED
                        ? " and " + of(entries.get(shown))
                        : format(" and %d more", entries.size() - shown));
    }

    /** The entry with the latest timestamp. */
    static Optional<Entry> newest(List<Entry> entries) {
        return entries.stream().max(Comparator.comparingLong(Entry::timestamp));
    }

    /** Nodes in words: {@code A}, {@code A and B}, {@code A, B and 7 others}. */
    static String nodes(List<NodeId> nodes) {
        List<String> names = nodes.stream().map(NodeId::name).toList();
        if (names.size() == 1) {
            return names.get(0);
        }
        int shown = names.size() <= LISTED ? names.size() - 1 : LISTED - 1;
        String last = names.size() <= LISTED ? names.get(shown) : format("%d others", names.size() - shown);
        return String.join(", ", names.subList(0, shown)) + " and " + last;
    }

    /** A value, cut if it is long. */
    static String value(Value value) {
        String text = value.text().replaceAll("\\p{Cntrl}", " ");
        if (text.isBlank()) {
            return text.isEmpty() ? "an empty value" : "blanks";
        }
        return text.codePointCount(0, text.length()) <= VALUE_CHARACTERS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, VALUE_CHARACTERS)) + "…";
    }

    /** {@code first}, {@code second}, {@code 4th}. */
    static String ordinal(int number) {
        return number == 1 ? "first" : TrafficRule.ordinal(number);
    }
}
