package sosad.app.yaml;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the valid word that somebody probably meant. */
public final class NearestWord {
    private static final int MAX_CHARACTERS = 64;

    private NearestWord() {}

    /** Returns what to do about a word that is not among the {@code valid} ones: the nearest, or else all of them. */
    public static String hint(String word, Collection<String> valid) {
        return to(word, valid)
                .map("did you mean \"%s\"?"::formatted)
                .orElseGet(() -> "use " + oneOf(List.copyOf(valid)));
    }

    /** The valid word nearest to {@code word}, the first of several, if any is near enough to be meant. */
    public static Optional<String> to(String word, Collection<String> valid) {
        if (word.length() > MAX_CHARACTERS) {
            return Optional.empty();
        }
        String best = null;
        int least = Integer.MAX_VALUE;
        for (String candidate : valid) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            int nearEnough = Math.min(3, (candidate.length() + 1) / 3);
            if (distance <= nearEnough && distance < least) {
                best = candidate;
                least = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    private static String oneOf(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }

    /**
     * Returns how many characters to insert, delete, replace, or swap with their neighbour: optimal string alignment.
     */
    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int replaced = d[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                d[i][j] = Math.min(replaced, Math.min(d[i - 1][j], d[i][j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
