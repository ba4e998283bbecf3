package sosad.app.viewmodel.explain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import sosad.app.history.Snapshot;
import sosad.app.viewmodel.explain.WhySpan.Style;

/** Sets a sentence: keys, entries, rows and rules as code, and what became of a message that did not arrive in red. */
final class SentenceSpans {
    /** Words with the punctuation that may follow them, and the blanks between. */
    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final Pattern AROUND = Pattern.compile("^([(“\"]*)(.*?)([.,;:!?)”\"]*)$");
    private static final Pattern ENTRY = Pattern.compile("[^\\s@]+@-?\\d+");
    private static final Pattern ROW = Pattern.compile("\\S+-(now|prev)");
    private static final Set<String> RULES = Set.of("remote-now", "remote-prev", "per-key", "full-sync");
    /** The words before the end of a message; after others the same word may be a value. */
    private static final Set<String> BEFORE_ENDS = Set.of("was", "were", "is", "are", "be");

    private static final Set<String> ENDS = Set.of("lost", "discarded", "refused", "trimmed", "dropped", "corrupt");

    private SentenceSpans() {}

    /**
     * Returns the pieces of a sentence, which together are its text.
     *
     * @param keys the keys of the run
     */
    static List<WhySpan> of(String text, Set<String> keys) {
        List<WhySpan> spans = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        Matcher words = WORD.matcher(text);
        int at = 0;
        String before = "";
        while (words.find()) {
            plain.append(text, at, words.start());
            at = words.end();
            Matcher parts = AROUND.matcher(words.group());
            Style style = parts.matches() ? style(before, parts.group(2), keys) : Style.PLAIN;
            before = words.group();
            if (style == Style.PLAIN) {
                plain.append(words.group());
                continue;
            }
            flush(plain.append(parts.group(1)), spans);
            spans.add(new WhySpan(parts.group(2), style));
            plain.append(parts.group(3));
        }
        flush(plain.append(text, at, text.length()), spans);
        return List.copyOf(spans);
    }

    /** Returns the keys that any node holds. */
    static Set<String> keys(Snapshot at) {
        return at.nodes().stream()
                .flatMap(node -> node.entries().stream())
                .map(entry -> entry.key().text())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static void flush(StringBuilder plain, List<WhySpan> spans) {
        if (!plain.isEmpty()) {
            spans.add(new WhySpan(plain.toString(), Style.PLAIN));
            plain.setLength(0);
        }
    }

    private static Style style(String before, String word, Set<String> keys) {
        if (BEFORE_ENDS.contains(before) && ENDS.contains(word)) {
            return Style.LOST;
        }
        boolean isCode = keys.contains(word)
                || RULES.contains(word)
                || ENTRY.matcher(word).matches()
                || ROW.matcher(word).matches();
        return isCode ? Style.CODE : Style.PLAIN;
    }
}
