package sosad.app.load;

import java.util.random.RandomGenerator;
import sosad.app.load.KeyDistribution.KeyPicker;

/**
 * Keys by Zipf's law, in constant time and memory for any number of keys: rejection-inversion sampling (W. Hörmann, G.
 * Derflinger: Rejection-inversion to generate variates from monotone discrete distributions, ACM TOMACS 6.3, 1996).
 */
final class ZipfPicker implements KeyPicker {
    private static final double NEARLY_ZERO = 1e-8;

    private final int keys;
    private final double theta;
    private final RandomGenerator chance;
    private final double hOfFirst;
    private final double hOfLast;
    private final double acceptedAtOnce;

    ZipfPicker(int keys, double theta, RandomGenerator chance) {
        this.keys = keys;
        this.theta = theta;
        this.chance = chance;
        hOfFirst = integral(1.5) - 1;
        hOfLast = integral(keys + 0.5);
        acceptedAtOnce = 2 - inverseIntegral(integral(2.5) - density(2));
    }

    @Override
    public int next() {
        while (true) {
            double area = hOfLast + chance.nextDouble() * (hOfFirst - hOfLast);
            double x = inverseIntegral(area);
            int rank = (int) Math.min(Math.max(Math.round(x), 1), keys);
            if (rank - x <= acceptedAtOnce || area >= integral(rank + 0.5) - density(rank)) {
                return rank - 1;
            }
        }
    }

    private double density(double x) {
        return Math.exp(-theta * Math.log(x));
    }

    /** The integral of the density from 1 to x. */
    private double integral(double x) {
        double log = Math.log(x);
        return expm1Ratio((1 - theta) * log) * log;
    }

    private double inverseIntegral(double area) {
        double t = Math.max(area * (1 - theta), -1);
        return Math.exp(log1pRatio(t) * area);
    }

    /** Returns log(1 + x) / x, also where x is next to 0. */
    private static double log1pRatio(double x) {
        return Math.abs(x) > NEARLY_ZERO ? Math.log1p(x) / x : 1 - x / 2;
    }

    /** Returns (exp(x) - 1) / x, also where x is next to 0. */
    private static double expm1Ratio(double x) {
        return Math.abs(x) > NEARLY_ZERO ? Math.expm1(x) / x : 1 + x / 2;
    }
}
