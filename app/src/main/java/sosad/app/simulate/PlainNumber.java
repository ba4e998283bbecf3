package sosad.app.simulate;

import static sosad.model.PlainFormat.format;

import java.math.BigDecimal;

/** Numbers as people write them: not more digits than it takes. */
final class PlainNumber {
    private static final double THOUSAND = 1_000;
    private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private PlainNumber() {}

    /** The number itself, as short as it can be read back. */
    static String of(double number) {
        if (!Double.isFinite(number)) {
            return Double.toString(number);
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** Three digits or so. */
    static String rounded(double number) {
        double size = Math.abs(number);
        return size >= 100 ? format("%,.0f", number) : size >= 10 ? format("%.1f", number) : format("%.2f", number);
    }

    /** A number of bytes with a decimal unit. */
    static String bytes(double bytes) {
        int unit = 0;
        double number = bytes;
        while (number >= THOUSAND && unit < UNITS.length - 1) {
            number /= THOUSAND;
            unit++;
        }
        return (unit == 0 ? format("%.0f", number) : rounded(number)) + " " + UNITS[unit];
    }

    /** Milliseconds, in seconds. */
    static String seconds(double millis) {
        return rounded(millis / THOUSAND) + " s";
    }
}
