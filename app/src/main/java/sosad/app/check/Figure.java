package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Locale;

/**
 * A figure that a check has measured or counted.
 *
 * @param label what it is, such as {@code reads}
 * @param value the figure
 * @param unit its unit, such as {@code ms} or {@code %}; empty for a count
 * @param decimals how many decimals are shown, 0 to 6
 */
public record Figure(String label, double value, String unit, int decimals) {
    private static final int MAX_DECIMALS = 6;
    private static final double PERCENT = 100;

    /** @throws IllegalArgumentException if it is no number, or is to be shown with too many decimals */
    public Figure {
        refuseIf(label.isBlank(), "a figure has no label");
        refuseIf(!Double.isFinite(value), "%s: %s is not a figure", label, value);
        refuseIf(decimals < 0 || decimals > MAX_DECIMALS, "%s: %d decimals", label, decimals);
    }

    /** A count. */
    public static Figure count(String label, long number) {
        return new Figure(label, number, "", 0);
    }

    /** A time in milliseconds. */
    public static Figure millis(String label, double millis) {
        return new Figure(label, millis, "ms", decimalsOf(millis));
    }

    /** A share in per cent, from a share of one. */
    public static Figure percent(String label, double share) {
        return new Figure(label, share * PERCENT, "%", decimalsOf(share * PERCENT));
    }

    /** A rate or another figure with a unit. */
    public static Figure of(String label, double value, String unit) {
        return new Figure(label, value, unit, decimalsOf(value));
    }

    /** Three digits tell enough. */
    private static int decimalsOf(double value) {
        double size = Math.abs(value);
        if (size == 0 || size >= 100) {
            return 0;
        }
        return size >= 10 ? 1 : size >= 1 ? 2 : 3;
    }

    /** Returns the figure with its unit, such as {@code 1.40 ms} or {@code 412,930}. */
    public String text() {
        String number = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
