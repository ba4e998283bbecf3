package sosad.app.fabric;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The random draws for one message, made once when it comes to its link: its fate follows from them and from the faults
 * of the link, also if these change while the message is on its way.
 *
 * @param loss below the probability of a loss it is lost
 * @param duplicate below the probability of a duplicate it arrives twice
 * @param corrupt below the probability of a corruption a byte of it is changed
 * @param corruptAt which of its bytes after the length field, counted modulo their number
 * @param delaySeed decides its delay
 * @param overtaking how far into the window it falls within which messages may overtake each other, from 0 to 1
 */
public record Chances(double loss, double duplicate, double corrupt, int corruptAt, long delaySeed, double overtaking) {
    /** Every message draws the same numbers, so that one fault does not shift another's. */
    public static Chances draw(RandomGenerator chance) {
        return new Chances(
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextDouble(),
                chance.nextInt(Integer.MAX_VALUE),
                chance.nextLong(),
                chance.nextDouble());
    }

    /** Returns whether it is lost. */
    public boolean isLost(LinkConditions faults) {
        return faults.cut() || loss < faults.loss();
    }

    /** Returns how many copies of it arrive unless it is lost. */
    public int copies(LinkConditions faults) {
        return duplicate < faults.duplicate() ? 2 : 1;
    }

    /** Returns whether a byte of its first copy is changed. */
    public boolean isCorrupt(LinkConditions faults) {
        return corrupt < faults.corrupt();
    }

    /** Returns how long it is under way once the link has taken it in. */
    public long delayNanos(LinkConditions faults) {
        return faults.delay().nanos(new SplittableRandom(delaySeed))
                + Math.round(overtaking * faults.reorderMillis() * 1_000_000);
    }
}
