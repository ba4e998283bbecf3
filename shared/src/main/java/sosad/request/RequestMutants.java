package sosad.request;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Streams of requests in which a few bytes are wrong, by chance. A byte is a character of ISO 8859-1. A stream ends
 * anywhere.
 */
public final class RequestMutants {
    private static final int MAX_REQUESTS = 6;
    private static final int MAX_ARGUMENTS = 5;
    private static final int MAX_MUTATIONS = 3;
    private static final int MAX_STRETCH = 9;
    private static final int MAX_INSERTED = 2;
    private static final String SIGNS = "*$\r\n0123456789-\"'\\ \u0000\u00ff";

    private final SplittableRandom chance;
    private final List<String> names;
    private final List<String> arguments = arguments();

    /** @param names the commands that are mutated */
    public RequestMutants(List<String> names, SplittableRandom chance) {
        this.names = List.copyOf(names);
        this.chance = chance;
    }

    /** Returns the commands that any server can be asked for, whatever it holds. */
    public static List<String> harmlessNames() {
        return words("[harmless] ");
    }

    /** Returns the commands that our nodes can be asked for. */
    public static List<String> nodeNames() {
        return Stream.concat(harmlessNames().stream(), words("[node] ").stream())
                .toList();
    }

    /** Returns what the commands are given. */
    public static List<String> arguments() {
        return words("[arguments] ");
    }

    /** Returns the signs that mean something in a request, and some that may not stand there. */
    public static String signs() {
        return SIGNS;
    }

    private static List<String> words(String head) {
        return RequestWords.lines("mutants.txt").stream()
                .filter(line -> line.startsWith(head))
                .flatMap(line -> RequestWords.of(line.substring(head.length())).stream())
                .toList();
    }

    /** Returns the next stream. */
    public String next() {
        StringBuilder stream = new StringBuilder();
        for (int i = chance.nextInt(MAX_REQUESTS); i >= 0; i--) {
            List<String> request = new ArrayList<>(List.of(pick(names)));
            for (int k = chance.nextInt(MAX_ARGUMENTS + 1); k > 0; k--) {
                request.add(pick(arguments));
            }
            boolean isTyped = chance.nextInt(4) == 0;
            stream.append(isTyped ? String.join(" ", request) + "\r\n" : RequestWords.array(request));
        }
        for (int i = chance.nextInt(MAX_MUTATIONS + 1); i > 0; i--) {
            mutate(stream);
        }
        return stream.toString();
    }

    /** Replaces a stretch: by nothing, by other bytes, by itself twice. */
    private void mutate(StringBuilder stream) {
        int from = chance.nextInt(stream.length() + 1);
        int to = Math.min(stream.length(), from + chance.nextInt(MAX_STRETCH + 1));
        String by = chance.nextBoolean() ? stream.substring(from, to).repeat(2) : inserted();
        stream.replace(from, to, by);
    }

    private String inserted() {
        StringBuilder bytes = new StringBuilder();
        boolean areSigns = chance.nextBoolean();
        for (int i = chance.nextInt(MAX_INSERTED + 1); i > 0; i--) {
            bytes.append(areSigns ? SIGNS.charAt(chance.nextInt(SIGNS.length())) : (char) chance.nextInt(256));
        }
        return bytes.toString();
    }

    private String pick(List<String> from) {
        return from.get(chance.nextInt(from.size()));
    }
}
