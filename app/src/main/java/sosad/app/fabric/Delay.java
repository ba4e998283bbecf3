package sosad.app.fabric;

import static sosad.model.ArgumentCheck.refuseIf;

import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The time that a message stays on a link.
 *
 * @param millis the usual delay
 * @param jitterMillis how far it varies, 0 for not at all
 * @param spread in which way it varies
 */
public record Delay(double millis, double jitterMillis, Spread spread) {
    /** No delay. */
    public static final Delay NONE = new Delay(0, 0, Spread.FIXED);

    /** The longest delay that may be asked for, in milliseconds. */
    public static final double MAX_MILLIS = 3_600_000;

    /** The shape of the Pareto distribution: heavy enough a tail that a few messages are very late. */
    private static final double PARETO_SHAPE = 2.5;

    /** The spread of a delay. */
    public enum Spread {
        /** Not at all. */
        FIXED,
        /** Evenly between {@code millis - jitter} and {@code millis + jitter}. */
        UNIFORM,
        /** Normally, with the jitter as standard deviation. */
        NORMAL,
        /** Never below {@code millis}; most a little above, some far above: the jitter is the scale. */
        PARETO
    }

    /** @throws IllegalArgumentException naming what is out of range */
    public Delay {
        Objects.requireNonNull(spread);
        check("delay", millis, MAX_MILLIS);
        check("jitter", jitterMillis, MAX_MILLIS);
        refuseIf(spread == Spread.FIXED && jitterMillis > 0, "jitter %s needs a spread other than fixed", jitterMillis);
    }

    /** The delay of one message, in nanoseconds, never negative and never above {@link #MAX_MILLIS}. */
    long nanos(RandomGenerator chance) {
        double drawn =
                switch (spread) {
                    case FIXED -> millis;
                    case UNIFORM -> millis + jitterMillis * (2 * chance.nextDouble() - 1);
                    case NORMAL -> millis + jitterMillis * chance.nextGaussian();
                    case PARETO -> millis + jitterMillis * (Math.pow(1 - chance.nextDouble(), -1 / PARETO_SHAPE) - 1);
                };
        return Math.round(Math.min(Math.max(drawn, 0), MAX_MILLIS) * 1_000_000);
    }

    /** @throws IllegalArgumentException if {@code value} is not from 0 to {@code most} */
    static void check(String name, double value, double most) {
        refuseIf(!(value >= 0 && value <= most), "%s %s: it must be from 0 to %s", name, value, most);
    }
}
