package sosad.app.simulate;

import java.util.Arrays;

/**
 * Adds up the weights of the members of bit sets. Each different weight costs one more count of bits, so few of them
 * are fast.
 */
final class BitWeights {
    /** The different weights, in ascending order. */
    private final long[] weights;

    /** For each different weight, the members that weigh at least as much. */
    private final long[][] members;

    /** @param weights of each member, all positive */
    BitWeights(long... weights) {
        this.weights = Arrays.stream(weights).sorted().distinct().toArray();
        members = new long[this.weights.length][(weights.length + Long.SIZE - 1) / Long.SIZE];
        for (int i = 0; i < weights.length; i++) {
            for (int step = 0; step < this.weights.length && this.weights[step] <= weights[i]; step++) {
                members[step][i / Long.SIZE] |= 1L << i;
            }
        }
    }

    /** All members. */
    long[] all() {
        return members[0].clone();
    }

    /** Returns the weight of all members of {@code bits}; 0 if there are none. */
    long sum(long[] bits) {
        long sum = weights[0] * count(bits);
        for (int step = 1; step < weights.length; step++) {
            sum += (weights[step] - weights[step - 1]) * common(bits, members[step]);
        }
        return sum;
    }

    private static long count(long[] bits) {
        long count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    private static long common(long[] some, long[] others) {
        long count = 0;
        for (int i = 0; i < some.length; i++) {
            count += Long.bitCount(some[i] & others[i]);
        }
        return count;
    }
}
