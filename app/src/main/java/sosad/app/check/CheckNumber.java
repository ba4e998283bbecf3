package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The number of a check in the document's list of tests, such as 3, 2.3 or 4.11.
 *
 * @param kind the kind of test, 1 to {@value #KINDS}
 * @param part the test within its kind; 0: the kind has no parts, or all of them are meant
 */
public record CheckNumber(int kind, int part) implements Comparable<CheckNumber> {
    /** How many kinds of tests the document lists. */
    public static final int KINDS = 10;

    private static final int MAX_PART = 99;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,2})(?:\\.([1-9][0-9]?))?");
    private static final Comparator<CheckNumber> ORDER =
            Comparator.comparingInt(CheckNumber::kind).thenComparingInt(CheckNumber::part);

    /** @throws IllegalArgumentException if it is out of range */
    public CheckNumber {
        refuseIf(kind < 1 || kind > KINDS, "check %d: the kinds of checks are 1 to %d", kind, KINDS);
        refuseIf(part < 0 || part > MAX_PART, "check %d.%d: the parts are 1 to %d", kind, part, MAX_PART);
    }

    /** A number without a part. */
    public static CheckNumber of(int kind) {
        return new CheckNumber(kind, 0);
    }

    /** A number with a part. */
    public static CheckNumber of(int kind, int part) {
        return new CheckNumber(kind, part);
    }

    /**
     * Reads a number such as {@code 4} or {@code 4.3}.
     *
     * @throws IllegalArgumentException if the text is something else
     */
    public static CheckNumber parse(String text) {
        Matcher matcher = FORM.matcher(text);
        refuseIf(!matcher.matches(), "\"%s\" is not the number of a check, such as 4 or 4.3", text);
        return new CheckNumber(
                Integer.parseInt(matcher.group(1)), matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2)));
    }

    /** Returns whether {@code other} is this check, or a part of it. */
    public boolean includes(CheckNumber other) {
        return kind == other.kind && (part == 0 || part == other.part);
    }

    @Override
    public int compareTo(CheckNumber other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return part == 0 ? Integer.toString(kind) : kind + "." + part;
    }
}
