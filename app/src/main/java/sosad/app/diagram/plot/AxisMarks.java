package sosad.app.diagram.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The marks of an axis: multiples of 1, 2 or 5 and a power of ten.
 *
 * @param step how far apart they are
 * @param values where they are
 */
public record AxisMarks(double step, List<Double> values) {
    public AxisMarks {
        values = List.copyOf(values);
    }

    /**
     * Returns marks of an axis from one value to another.
     *
     * @param most how many marks there is room for
     */
    public static AxisMarks between(double from, double to, int most) {
        double step = step((to - from) / Math.max(1, most));
        return new AxisMarks(step, multiples(from, to, step));
    }

    /** Returns marks of an axis of whole numbers: none stand closer than 1. */
    public static AxisMarks whole(double from, double to, int most) {
        double step = Math.max(1, step((to - from) / Math.max(1, most)));
        return new AxisMarks(step, multiples(from, to, step));
    }

    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(Math.max(1e-12, least))));
        for (int factor : new int[] {1, 2, 5}) {
            if (factor * power >= least * 0.999) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    private static List<Double> multiples(double from, double to, double step) {
        List<Double> values = new ArrayList<>();
        for (double i = Math.ceil(from / step - 1e-9) + 0.0; i * step <= to + step * 1e-9; i++) {
            values.add(i * step);
        }
        return values;
    }
}
