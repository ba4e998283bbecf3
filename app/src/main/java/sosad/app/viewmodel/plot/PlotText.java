package sosad.app.viewmodel.plot;

import static sosad.model.PlainFormat.format;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Times and counts of plots in words. */
public final class PlotText {
    private static final double MICRO = 1e3;
    private static final double MILLI = 1e6;
    private static final double SECOND = 1e9;

    private PlotText() {}

    /** Returns a duration with three digits, such as {@code 8.10 ms}. */
    public static String duration(long nanos) {
        if (nanos < 1_000) {
            return format("%d ns", nanos);
        }
        double size = nanos < MILLI ? nanos / MICRO : nanos < SECOND ? nanos / MILLI : nanos / SECOND;
        String unit = nanos < MILLI ? "µs" : nanos < SECOND ? "ms" : "s";
        return digits(size) + " " + unit;
    }

    private static String digits(double size) {
        return size >= 100 ? format("%,.0f", size) : size >= 10 ? format("%.1f", size) : format("%.2f", size);
    }

    /** Returns a power of ten of nanoseconds, such as {@code 10 ms}. */
    public static String decade(int exponent) {
        String unit = exponent < 3 ? "ns" : exponent < 6 ? "µs" : exponent < 9 ? "ms" : "s";
        int digits = exponent < 9 ? exponent % 3 : exponent - 9;
        return format("%,d %s", Math.round(Math.pow(10, digits)), unit);
    }

    /** Returns a moment since the beginning, such as {@code 15.204 s} or {@code 2:15.204}. */
    public static String moment(long nanos) {
        long millis = nanos / 1_000_000;
        return millis < 60_000
                ? format("%d.%03d s", millis / 1_000, millis % 1_000)
                : format("%d:%02d.%03d", millis / 60_000, millis / 1_000 % 60, millis % 1_000);
    }

    /**
     * Returns a moment on an axis, as exact as its marks are apart.
     *
     * @param stepNanos how far apart the marks are
     */
    public static String onAxis(long nanos, long stepNanos) {
        int decimals = 0;
        for (long step = 1_000_000_000; step > stepNanos && decimals < 6; step /= 10) {
            decimals++;
        }
        BigDecimal seconds = BigDecimal.valueOf(nanos, 9).setScale(decimals, RoundingMode.HALF_UP);
        if (nanos < 60 * SECOND || (decimals > 0 && nanos < 600 * SECOND)) {
            return seconds.toPlainString() + " s";
        }
        BigDecimal[] minutes = seconds.divideAndRemainder(BigDecimal.valueOf(60));
        String rest = minutes[1].setScale(decimals).toPlainString();
        return format("%d:%s%s", minutes[0].intValue(), minutes[1].intValue() < 10 ? "0" : "", rest);
    }
}
