package sosad.app.diagram.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical scale of a chart, from its foot to its top.
 *
 * @param low the value at the foot
 * @param high the value at the top, greater than {@code low}
 * @param logarithmic whether equal distances are equal factors; then {@code low} is positive
 */
public record ValueScale(double low, double high, boolean logarithmic) {
    private static final double HEADROOM = 1.08;
    private static final int MAX_MARKS = 8;

    /** Returns a scale from 0 on which values up to the greatest have room. */
    public static ValueScale linear(double greatest) {
        return new ValueScale(0, greatest > 0 ? greatest * HEADROOM : 1, false);
    }

    /** Returns a scale of factors, of whole powers of ten, on which values have room. */
    public static ValueScale logarithmic(double least, double greatest) {
        double low = Math.floor(Math.log10(Math.max(1e-9, least)));
        double high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(1e-9, greatest))));
        return new ValueScale(Math.pow(10, low), Math.pow(10, high), true);
    }

    /** Returns where a value is, 0 at the foot and 1 at the top; what does not fit is at the edge. */
    public double share(double value) {
        double share = logarithmic
                ? Math.log10(Math.max(low, value) / low) / Math.log10(high / low)
                : (value - low) / (high - low);
        return Math.max(0, Math.min(1, share));
    }

    /** Returns the marks, at most so many as there is room for. */
    public List<Double> marks(int most) {
        if (!logarithmic) {
            return AxisMarks.between(low, high, Math.min(MAX_MARKS, most)).values();
        }
        int decades = (int) Math.round(Math.log10(high / low));
        int every = Math.max(1, (int) Math.ceil((double) decades / Math.max(1, most)));
        List<Double> marks = new ArrayList<>();
        for (int i = 0; i <= decades; i += every) {
            marks.add(low * Math.pow(10, i));
        }
        return marks;
    }
}
