package sosad.app.simulate;

import java.util.SplittableRandom;

/**
 * Everything that chance decides in a run. A draw depends on what it is for and on nothing that was drawn before, so
 * two models of one cluster can make the same ones in any order.
 *
 * @param seed the seed of the run
 */
record Draws(long seed) {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    /** Returns whether the message that {@code from} sends {@code to} in this round is lost. */
    boolean isLost(double loss, int round, int from, int to) {
        return loss > 0 && (mix(mix(seed, round), (long) from << Integer.SIZE | to) >>> 11) * 0x1.0p-53 < loss;
    }

    /** The chance of one node in one round. */
    SplittableRandom of(int round, int node) {
        return new SplittableRandom(mix(mix(seed, -1L - round), node));
    }

    /** The finalizer of SplitMix64, as in {@link SplittableRandom}. */
    private static long mix(long state, long input) {
        long z = (state ^ input * GOLDEN_GAMMA) + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
