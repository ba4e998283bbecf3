package sosad.app.yaml;

import static sosad.model.ArgumentCheck.refuseIf;

/** Whole numbers without a unit. */
public final class WholeNumber {
    private WholeNumber() {}

    /**
     * Returns the number that a text stands for.
     *
     * @param name what is read, for the error message
     * @throws IllegalArgumentException if the text is none, or is out of bounds; fit to be shown
     */
    public static long parse(String name, String text, long min, long max) {
        refuseIf(
                !text.matches("[+-]?[0-9]+"),
                "%s is %s; write a whole number from %,d to %,d",
                name,
                Quoted.of(text),
                min,
                max);
        boolean isReadable = text.matches("[+-]?[0-9]{1,18}");
        long number = isReadable ? Long.parseLong(text) : 0;
        refuseIf(
                !isReadable || number < min || number > max,
                "%s is %s; it must be from %,d to %,d",
                name,
                abridged(text),
                min,
                max);
        return number;
    }

    private static String abridged(String digits) {
        return digits.length() > 40 ? digits.substring(0, 40) + "..." : digits;
    }
}
