package sosad.app.watch;

import java.util.Objects;
import java.util.Optional;

/**
 * A breakpoint of a lesson.
 *
 * @param number tells it from others of the lesson
 * @param breakpoint the condition
 * @param on whether a run stops at it
 * @param hits how often it was hit
 * @param last where it was hit last in the present run
 */
public record BreakpointState(int number, Breakpoint breakpoint, boolean on, int hits, Optional<BreakpointHit> last) {
    public BreakpointState {
        Objects.requireNonNull(breakpoint);
        Objects.requireNonNull(last);
    }

    BreakpointState turned(boolean newOn) {
        return new BreakpointState(number, breakpoint, newOn, hits, last);
    }

    BreakpointState hit(BreakpointHit hit) {
        return new BreakpointState(number, breakpoint, on, hits + 1, Optional.of(hit));
    }

    /** The same in a run that begins. */
    BreakpointState inFreshRun() {
        return new BreakpointState(number, breakpoint, on, hits, Optional.empty());
    }
}
