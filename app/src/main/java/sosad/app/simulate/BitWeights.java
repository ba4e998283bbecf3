package sosad.app.simulate;

import java.util.Arrays;

/**
 * Adds up the weights of the members of bit sets. Weights that differ by little cost one more count of bits for each
 * step between the least and the greatest.
 */
final class BitWeights {
    private final int least;

    /** For each step above the least weight, the members that weigh at least as much. */
    private final long[][] heavier;

    /** @param weights of each member, all positive */
    BitWeights(int... weights) {
        least = Arrays.stream(weights).min().orElseThrow();
        int greatest = Arrays.stream(weights).max().orElseThrow();
        heavier = new long[greatest - least][(weights.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < weights.length; i++) {
            for (int step = 0; step < weights[i] - least; step++) {
                heavier[step][i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /** Returns the weight of all members of {@code bits}; 0 if there are none. */
    long sum(long[] bits) {
        long sum = (long) least * count(bits);
        for (long[] members : heavier) {
            for (int i = 0; i < bits.length; i++) {
                sum += Long.bitCount(bits[i] & members[i]);
            }
        }
        return sum;
    }

    static long count(long[] bits) {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
