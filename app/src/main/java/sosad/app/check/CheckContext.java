package sosad.app.check;

import java.time.Duration;
import java.util.SplittableRandom;
import sosad.app.load.OperationLog;

/** The run of one check: the system it runs against, its share of time and chance, and who is told how it goes on. */
public interface CheckContext {
    /** Returns the settings of the run. */
    CheckSettings settings();

    /** Returns the system that is checked. */
    SystemUnderTest system();

    /** Returns how long this check may take, about. */
    Duration duration();

    /** Returns this check's source of chance: the same seed gives the same. */
    SplittableRandom chance();

    /**
     * Tells how far the check is.
     *
     * @param share how much of it is done, 0 to 1
     * @param words what it is doing, in a few words
     */
    void progress(double share, String words);

    /** The log of the check's operations, which grows while it runs; told once, at its beginning. */
    void operations(OperationLog growing);

    /** A fault was in force, as far as is known now. */
    void band(FaultBand band);

    /**
     * Lets so much time pass.
     *
     * @see SystemUnderTest#turn
     */
    default void await(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0; left = end - System.nanoTime()) {
            system().turn(Math.max(1, Duration.ofNanos(left).toMillis()));
        }
    }
}
