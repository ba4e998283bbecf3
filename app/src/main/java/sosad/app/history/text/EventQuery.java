package sosad.app.history.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import sosad.app.history.RunEvent;

/**
 * A search among events: words, all of which an event must have in its sentence or among its kinds. Words such as
 * {@code key:waffle}, {@code node:B} and {@code kind:push} ask for a key, a node, or a kind of event alone.
 */
public final class EventQuery {
    /** A longer text is cut off. */
    private static final int MAX_CHARACTERS = 200;

    private static final Set<String> NAMES = Set.of("key:", "node:", "kind:");

    private final List<String> plain = new ArrayList<>();
    private final List<Predicate<EventTopics>> topics = new ArrayList<>();

    private EventQuery() {}

    /** Returns the query that is written so; any text is one. */
    public static EventQuery of(String text) {
        EventQuery query = new EventQuery();
        String wanted = text.substring(0, Math.min(MAX_CHARACTERS, text.length()));
        for (String word : wanted.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            query.add(word);
        }
        return query;
    }

    private void add(String word) {
        if (word.isEmpty() || NAMES.contains(word)) {
            return; // nothing is asked yet
        }
        String name = word.substring(word.indexOf(':') + 1);
        if (word.startsWith("key:")) {
            topics.add(event ->
                    event.keys().stream().anyMatch(key -> lower(key.text()).contains(name)));
        } else if (word.startsWith("node:")) {
            topics.add(event ->
                    event.nodes().stream().anyMatch(node -> lower(node.name()).equals(name)));
        } else if (word.startsWith("kind:")) {
            topics.add(event -> event.kinds().stream().anyMatch(kind -> kind.startsWith(name)));
        } else {
            plain.add(word);
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /** Returns whether nothing is asked. */
    public boolean isEmpty() {
        return plain.isEmpty() && topics.isEmpty();
    }

    /** Returns whether an event is what is looked for; nothing is, if nothing is asked. */
    public boolean matches(RunEvent event) {
        if (isEmpty()) {
            return false;
        }
        EventTopics about = EventTopics.of(event);
        if (!topics.stream().allMatch(wanted -> wanted.test(about))) {
            return false;
        }
        if (plain.isEmpty()) {
            return true;
        }
        String sentence = lower(Sentences.of(event));
        return plain.stream()
                .allMatch(word -> sentence.contains(word) || about.kinds().contains(word));
    }
}
