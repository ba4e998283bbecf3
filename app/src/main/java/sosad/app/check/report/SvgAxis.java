package sosad.app.check.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The round numbers along an axis.
 *
 * @param least where the axis begins
 * @param greatest where it ends, a round number
 * @param step from one number to the next
 */
record SvgAxis(double least, double greatest, double step) {
    private static final double[] ROUND = {1, 2, 2.5, 5, 10};
    private static final double SLACK = 1e-9;

    /** Returns an axis that shows these values, with at most about so many numbers. */
    static SvgAxis between(double least, double greatest, int most) {
        double span = greatest > least ? greatest - least : Math.max(1, Math.abs(least));
        double power = Math.pow(10, Math.floor(Math.log10(span / most)));
        double step = power * ROUND[ROUND.length - 1];
        for (double round : ROUND) {
            if (round * power * most >= span * (1 - SLACK)) {
                step = round * power;
                break;
            }
        }
        double from = Math.floor(least / step + SLACK) * step;
        return new SvgAxis(from, Math.ceil((least + span) / step - SLACK) * step, step);
    }

    List<Double> values() {
        List<Double> values = new ArrayList<>();
        for (int i = 0; least + i * step <= greatest + step * SLACK; i++) {
            values.add(least + i * step);
        }
        return values;
    }

    /** Returns how far along the axis a value is, 0 to 1. */
    double share(double value) {
        return (value - least) / (greatest - least);
    }

    String label(double value) {
        int decimals = (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(step) - SLACK)));
        boolean isHalf = step * Math.pow(10, decimals) % 1 > SLACK;
        return String.format(Locale.ROOT, "%,." + (isHalf ? decimals + 1 : decimals) + "f", value + 0.0);
    }
}
