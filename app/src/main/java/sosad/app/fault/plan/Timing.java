package sosad.app.fault.plan;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** The times of a planned fault, in milliseconds since the plan began. */
public sealed interface Timing {
    /** The latest time, and the longest interval: a day. */
    long MAX_MILLIS = 86_400_000;

    /** The shortest interval between two times. */
    long MIN_INTERVAL_MILLIS = 10;

    /** Returns the time before which it does not happen, whatever chance decides. */
    long earliestMillis();

    /** Returns when it happens first. */
    long first(RandomGenerator chance);

    /** Returns when it happens again after it has happened at {@code millis}, if it does. */
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
        public OptionalLong after(long last, RandomGenerator chance) {
            return OptionalLong.empty();
        }
    }

    /**
     * Again and again.
     *
     * @param leastMillis the shortest time between two times, and before the first
     * @param mostMillis the longest
     */
    record Every(long leastMillis, long mostMillis) implements Timing {
        public Every {
            check("every", leastMillis, MIN_INTERVAL_MILLIS);
            check("every", mostMillis, MIN_INTERVAL_MILLIS);
            refuseIf(
                    mostMillis < leastMillis,
                    "every %d ms to %d ms: the first must be the shorter",
                    leastMillis,
                    mostMillis);
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
        public OptionalLong after(long last, RandomGenerator chance) {
            return OptionalLong.of(last + first(chance));
        }
    }

    private static void check(String name, long millis, long least) {
        refuseIf(
                millis < least || millis > MAX_MILLIS,
                "%s %,d ms: it must be from %,d to %,d ms",
                name,
                millis,
                least,
                MAX_MILLIS);
    }
}
