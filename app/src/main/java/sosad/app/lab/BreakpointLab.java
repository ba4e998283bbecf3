package sosad.app.lab;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import sosad.app.scenario.ActionFailure;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;

/**
 * The side of a lab that stops runs by themselves. Breakpoints belong to a lesson and are kept as long as the lab is
 * there; {@link LabEvent.BreakpointsChanged} and {@link LabEvent.BreakpointsHit} tell of them. A live cluster's clocks
 * stop at a hit. What cannot be done completes its future with an {@link ActionFailure} whose message is fit for the
 * user.
 */
public interface BreakpointLab {
    /** Adds a breakpoint, from the present moment on; returns its number. One that is there already is turned on. */
    CompletableFuture<Integer> addBreakpoint(Breakpoint breakpoint);

    /** Takes one away. */
    CompletableFuture<Void> removeBreakpoint(int number);

    /** Turns one on or off. */
    CompletableFuture<Void> turnBreakpoint(int number, boolean on);

    /** Returns the breakpoints of the open lesson. */
    CompletableFuture<List<BreakpointState>> breakpoints();

    /**
     * Plays the scenario on, without a pause, until a breakpoint is hit or its last step is over.
     *
     * @param until one more breakpoint, for this run alone
     * @param goOn asked on the lab's thread, before each action and delivery
     */
    CompletableFuture<RunOnEnd> runOn(Optional<Breakpoint> until, BooleanSupplier goOn);

    /**
     * The end of a run that was played on.
     *
     * @param hits the breakpoints that were hit, if that ended it
     */
    record RunOnEnd(Reason reason, List<BreakpointHit> hits) {
        /** The reasons why it can end. */
        public enum Reason {
            HIT,
            /** The last step of the scenario is over. */
            END,
            /** It was not to go on, or another run has begun. */
            CANCELLED
        }

        public RunOnEnd {
            hits = List.copyOf(hits);
        }

        static RunOnEnd of(Reason reason) {
            return new RunOnEnd(reason, List.of());
        }
    }
}
