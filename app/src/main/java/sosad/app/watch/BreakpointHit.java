package sosad.app.watch;

import static sosad.model.PlainFormat.format;

import java.util.Objects;

/**
 * The event at which a breakpoint's condition came true.
 *
 * @param breakpoint the breakpoint
 * @param event the event's id
 * @param time T then
 * @param words what happened, in words
 */
public record BreakpointHit(Breakpoint breakpoint, int event, long time, String words) {
    public BreakpointHit {
        Objects.requireNonNull(breakpoint);
        Objects.requireNonNull(words);
    }

    /** Returns where and why the run stopped, in a sentence. */
    public String sentence() {
        return format("Stopped at T = %d by “%s”: %s.", time, breakpoint, words);
    }
}
