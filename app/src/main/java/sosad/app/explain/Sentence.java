package sosad.app.explain;

import static sosad.model.PlainFormat.format;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A sentence of an explanation.
 *
 * @param text at most {@value #MAX_WORDS} words
 * @param events the ids of the events that it is about; the first one is where its link leads
 */
public record Sentence(String text, List<Integer> events) {
    /** The most words of a sentence. */
    public static final int MAX_WORDS = 25;

    /** @throws IllegalArgumentException if it has too many words */
    public Sentence {
        events = List.copyOf(events);
        int words = words(text);
        if (words > MAX_WORDS) {
            throw new IllegalArgumentException(
                    format("%d words, of which there may be %d: %s", words, MAX_WORDS, text));
        }
    }

    /** Returns these sentences, those of the same text as one about the events of all of them. */
    static List<Sentence> merged(Collection<Sentence> sentences) {
        Map<String, Set<Integer>> byText = new LinkedHashMap<>();
        sentences.forEach(one ->
                byText.computeIfAbsent(one.text, none -> new LinkedHashSet<>()).addAll(one.events));
        return byText.entrySet().stream()
                .map(one -> new Sentence(one.getKey(), List.copyOf(one.getValue())))
                .toList();
    }

    /** Returns how many words a text has. */
    public static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
