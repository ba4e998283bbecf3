package sosad.app.load;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.util.random.RandomGenerator;

/** How often each of the keys 0, 1, 2, … is asked for. */
public sealed interface KeyDistribution {
    /**
     * Returns the choice of one client.
     *
     * @param keys how many keys there are
     * @param client the number of the client
     * @param clients how many clients there are
     */
    KeyPicker picker(int keys, int client, int clients, RandomGenerator chance);

    /** Each key as often as any other. */
    record Uniform() implements KeyDistribution {
        @Override
        public KeyPicker picker(int keys, int client, int clients, RandomGenerator chance) {
            return () -> chance.nextInt(keys);
        }

        @Override
        public String toString() {
            return "uniform";
        }
    }

    /**
     * Few keys very often, most of them rarely: key k in proportion to 1 / (k + 1) to the power of theta.
     *
     * @param theta over 0, at most {@value #MAX_THETA}; YCSB's is {@value #YCSB_THETA}
     */
    record Zipf(double theta) implements KeyDistribution {
        /** The exponent that the benchmark YCSB uses. */
        public static final double YCSB_THETA = 0.99;

        /** The greatest exponent. */
        public static final double MAX_THETA = 10;

        /** @throws IllegalArgumentException if theta is out of range */
        public Zipf {
            refuseIf(
                    !(theta > 0 && theta <= MAX_THETA), "theta %s; it must be over 0 and at most %s", theta, MAX_THETA);
        }

        @Override
        public KeyPicker picker(int keys, int client, int clients, RandomGenerator chance) {
            return new ZipfPicker(keys, theta, chance);
        }

        @Override
        public String toString() {
            return format("Zipf %.2f", theta);
        }
    }

    /** One key after the other, each by one client alone, and then from the beginning. */
    record Sequential() implements KeyDistribution {
        @Override
        public KeyPicker picker(int keys, int client, int clients, RandomGenerator chance) {
            return new KeyPicker() {
                private long next = client;

                @Override
                public int next() {
                    long picked = next;
                    next += clients;
                    return (int) (picked % keys);
                }
            };
        }

        @Override
        public String toString() {
            return "sequential";
        }
    }

    /**
     * One key much more often than all others, which are asked for alike.
     *
     * @param share of the requests that ask for it, 0 to 1
     */
    record HotKey(double share) implements KeyDistribution {
        /** @throws IllegalArgumentException if the share is out of range */
        public HotKey {
            refuseIf(!(share >= 0 && share <= 1), "a hot key's share of %s; it must be from 0 to 1", share);
        }

        @Override
        public KeyPicker picker(int keys, int client, int clients, RandomGenerator chance) {
            return () -> keys == 1 || chance.nextDouble() < share ? 0 : 1 + chance.nextInt(keys - 1);
        }

        @Override
        public String toString() {
            return format("hot key %.0f %%", 100 * share);
        }
    }

    /** The keys that one client asks for, one after the other. */
    interface KeyPicker {
        /** Returns the next. */
        int next();
    }
}
