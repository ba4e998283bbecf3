package sosad.app.check;

import static sosad.model.ArgumentCheck.refuseIf;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * The settings of a run of checks that the system itself does not show.
 *
 * @param seed decides all chance: keys, values, mix, mutants, faults
 * @param duration how long the whole list of checks is to take; each check has its share of it, whatever others run
 */
public record CheckSettings(long seed, Duration duration) {
    /** How long the whole list takes unless something else is asked for. */
    public static final Duration USUAL_DURATION = Duration.ofMinutes(3);

    /** The shortest run: shorter ones show nothing. */
    public static final Duration MIN_DURATION = Duration.ofSeconds(5);

    /** The longest run. */
    public static final Duration MAX_DURATION = Duration.ofHours(24);

    /** Seed 7 and three minutes. */
    public static final CheckSettings USUAL = new CheckSettings(7, USUAL_DURATION);

    /** @throws IllegalArgumentException if the duration is out of range */
    public CheckSettings {
        refuseIf(
                duration.compareTo(MIN_DURATION) < 0 || duration.compareTo(MAX_DURATION) > 0,
                "checks for %s; they must take %s to %s",
                words(duration),
                words(MIN_DURATION),
                words(MAX_DURATION));
    }

    /** In the largest unit of which it is a whole number, as it was most likely written. */
    private static String words(Duration time) {
        if (time.toMillis() % Duration.ofMinutes(1).toMillis() == 0) {
            return format("%,d min", time.toMinutes());
        }
        return time.toMillis() % Duration.ofSeconds(1).toMillis() == 0
                ? format("%,d s", time.toSeconds())
                : format("%,d ms", time.toMillis());
    }

    /** Returns the share of a check that usually takes this long. */
    public Duration scaled(Duration usual) {
        return Duration.ofNanos(Math.round((double) usual.toNanos() * duration.toNanos() / USUAL_DURATION.toNanos()));
    }

    /** Returns a number of requests, keys or mutants, scaled like the duration; at least one. */
    public int scaled(int usual) {
        double scaled = (double) usual * duration.toNanos() / USUAL_DURATION.toNanos();
        return (int) Math.max(1, Math.min(Math.round(scaled), Integer.MAX_VALUE));
    }

    /** Returns a source of chance for a check, the same whatever others run. */
    public SplittableRandom chance(CheckNumber number) {
        return new SplittableRandom(new Random(seed ^ number.hashCode()).nextLong());
    }
}
