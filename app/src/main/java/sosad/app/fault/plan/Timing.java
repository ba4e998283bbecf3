package sosad.app.fault.plan;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** When a planned fault strikes, in milliseconds since the plan began. */
public sealed interface Timing {
    /** The latest time, and the longest interval: a day. */
    long MOST_MILLIS = 86_400_000;

    /** The shortest interval between two strikes. */
    long LEAST_INTERVAL_MILLIS = 10;

    /** Before this it does not strike, whatever chance decides. */
    long earliestMillis();

    /** When it strikes first. */
    long first(RandomGenerator chance);

    /** When it strikes again after it has struck at {@code millis}, if it does. */
    OptionalLong after(long millis, RandomGenerator chance);

    /** Once. */
    record Once(long millis) implements Timing {
        public Once {
            check("at", millis, 0);
        }

        @Override
        public long earliestMillis() {
            return millis;
        }

        @Override
        public long first(RandomGenerator chance) {
            return millis;
        }

        @Override
        public OptionalLong after(long struck, RandomGenerator chance) {
            return OptionalLong.empty();
        }
    }

    /**
     * Again and again.
     *
     * @param leastMillis the shortest time between two strikes, and before the first
     * @param mostMillis the longest
     */
    record Every(long leastMillis, long mostMillis) implements Timing {
        public Every {
            check("every", leastMillis, LEAST_INTERVAL_MILLIS);
            check("every", mostMillis, LEAST_INTERVAL_MILLIS);
            if (mostMillis < leastMillis) {
                throw new IllegalArgumentException(String.format(
                        Locale.ROOT, "every %d ms to %d ms: the first is the shorter", leastMillis, mostMillis));
            }
        }

        @Override
        public long earliestMillis() {
            return leastMillis;
        }

        @Override
        public long first(RandomGenerator chance) {
            return chance.nextLong(leastMillis, mostMillis + 1);
        }

        @Override
        public OptionalLong after(long struck, RandomGenerator chance) {
            return OptionalLong.of(struck + first(chance));
        }
    }

    private static void check(String name, long millis, long least) {
        if (millis < least || millis > MOST_MILLIS) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s %,d ms: it is from %,d to %,d ms", name, millis, least, MOST_MILLIS));
        }
    }
}
