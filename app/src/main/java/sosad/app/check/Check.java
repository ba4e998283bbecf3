package sosad.app.check;

import java.time.Duration;
import java.util.Optional;

/**
 * A test of the document's list: a workload and faults for a system, and the verdict on what came of it. A check has no
 * state, so that one instance serves any number of runs.
 */
public interface Check {
    /** Returns its number in the document's list. */
    CheckNumber number();

    /** Returns its name, such as {@code Killing servers}. */
    String title();

    /** Returns the question that it answers, in one sentence. */
    String question();

    /**
     * Returns the situation that it is about, as what is counted: {@code reads after an acknowledged write}. A check
     * that never met it is inconclusive.
     */
    String situation();

    /** Returns how long it takes when the whole list takes {@link CheckSettings#USUAL_DURATION}. */
    Duration usualDuration();

    /** Returns why it makes no sense for such a system, in words that continue "skipped, because", if it makes none. */
    default Optional<String> skippedBecause(SystemUnderTest system) {
        return Optional.empty();
    }

    /**
     * Runs it; on the one thread that owns the system. It leaves no faults in force.
     *
     * @throws InterruptedException if it is to end before its time; then there is no verdict
     * @throws sosad.app.process.NodeException if a process of the system fails in a way that the check did not ask for:
     *     the check has failed
     */
    CheckResult run(CheckContext context) throws InterruptedException;
}
