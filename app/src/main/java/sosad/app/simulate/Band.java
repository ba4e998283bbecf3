package sosad.app.simulate;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Collection;

/**
 * What a figure was over all seeds.
 *
 * @param mean the mean of all of them
 * @param low the lower end of the band that holds 95 % of them: the 2.5th percentile, interpolated
 * @param high the upper end, the 97.5th percentile
 */
record Band(double mean, double low, double high) {
    private static final double OUTSIDE = 0.025;

    /** @throws IllegalArgumentException if there is none */
    static Band of(Collection<Double> figures) {
        refuseIf(figures.isEmpty(), "no runs");
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double mean =
                figures.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return new Band(mean, percentile(sorted, OUTSIDE), percentile(sorted, 1 - OUTSIDE));
    }

    private static double percentile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
