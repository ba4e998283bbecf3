package sosad.node.client;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The sections of INFO: a heading, and below it the facts, one a line. */
public final class InfoSections {
    private static final Set<String> ALL = Set.of("all", "default", "everything");

    private final Map<String, Supplier<List<String>>> sections = new LinkedHashMap<>();

    public void add(String name, Supplier<List<String>> facts) {
        sections.put(name, facts);
    }

    /**
     * Returns which sections a request names, in any case; all if it names none, or one of {@code all, default,
     * everything}.
     */
    public static Predicate<String> wanted(Request request) {
        Set<String> words = IntStream.range(1, request.count())
                .mapToObj(i -> request.text(i).toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return name ->
                words.isEmpty() || !Collections.disjoint(words, ALL) || words.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Returns the wanted sections; one that is not known is empty, as in Redis. */
    public String text(Predicate<String> isWanted) {
        return sections.entrySet().stream()
                .filter(section -> isWanted.test(section.getKey()))
                .map(section -> section(section.getKey(), section.getValue().get()))
                .collect(Collectors.joining("\r\n"));
    }

    public static String section(String name, List<String> facts) {
        return "# " + name + "\r\n" + facts.stream().map(fact -> fact + "\r\n").collect(Collectors.joining());
    }

    public static String fact(String name, Object value) {
        return name + ":" + value;
    }
}
