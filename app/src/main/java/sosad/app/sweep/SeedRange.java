package sosad.app.sweep;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

/**
 * Seeds that follow each other, written {@code 1..20}; a single one is written {@code 7}.
 *
 * @param first the first seed, from 0
 * @param last the last seed, which belongs to them
 */
public record SeedRange(long first, long last) {
    /** The most seeds of one sweep. */
    public static final int MAX_SEEDS = 1_000_000;

    /** The greatest seed; every program that reads JSON can express it. */
    public static final long MAX_SEED = (1L << 53) - 1;

    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})(?:\\.\\.([0-9]{1,18}))?");

    /** @throws IllegalArgumentException if they are reversed, too great or too many */
    public SeedRange {
        refuseIf(first > last, "seeds %d..%d are reversed; write %2$d..%1$d", first, last);
        refuseIf(first < 0 || last > MAX_SEED, "seeds %d..%d; they must be from 0 to %d", first, last, MAX_SEED);
        refuseIf(
                last - first >= MAX_SEEDS,
                "seeds %d..%d are %,d; at most %,d are possible",
                first,
                last,
                last - first + 1,
                MAX_SEEDS);
    }

    /**
     * Returns the seeds that a word names.
     *
     * @throws IllegalArgumentException if it has another form, or they cannot be
     */
    public static SeedRange parse(String word) {
        Matcher matcher = FORM.matcher(word);
        refuseIf(!matcher.matches(), "seeds \"%s\"; write them as in 1..20, or 7 for a single one", word);
        long first = Long.parseLong(matcher.group(1));
        return new SeedRange(first, matcher.group(2) == null ? first : Long.parseLong(matcher.group(2)));
    }

    /** Returns how many they are. */
    public int size() {
        return (int) (last - first + 1);
    }

    /** The seeds, in ascending order. */
    public LongStream stream() {
        return LongStream.rangeClosed(first, last);
    }

    @Override
    public String toString() {
        return first == last ? Long.toString(first) : first + ".." + last;
    }
}
