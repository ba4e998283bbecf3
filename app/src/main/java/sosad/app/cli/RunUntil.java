package sosad.app.cli;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Snapshot;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointText;
import sosad.app.watch.BreakpointWatch;
import sosad.app.watch.InvalidBreakpointException;
import sosad.model.NodeId;

/** The breakpoint at which a run of the command line ends. */
final class RunUntil {
    private final Breakpoint breakpoint;
    private Optional<BreakpointWatch> watch = Optional.empty();
    private Optional<BreakpointHit> hit = Optional.empty();

    private RunUntil(Breakpoint breakpoint) {
        this.breakpoint = breakpoint;
    }

    /** @throws InvalidBreakpointException if the text is no breakpoint for a cluster of these nodes */
    static RunUntil of(String text, List<NodeId> nodes) {
        Breakpoint breakpoint = BreakpointText.parse(text);
        BreakpointText.unknownNode(breakpoint, nodes).ifPresent(why -> {
            throw new InvalidBreakpointException(why);
        });
        return new RunUntil(breakpoint);
    }

    /** Takes the next snapshot of the run, from the first on. */
    void happened(Snapshot snapshot) {
        if (watch.isEmpty()) {
            watch = Optional.of(BreakpointWatch.of(breakpoint, snapshot));
        } else if (hit.isEmpty()) {
            hit = watch.get().next(snapshot).stream().findFirst();
        }
    }

    /** Returns whether it was hit. */
    boolean isHit() {
        return hit.isPresent();
    }

    /** Returns where it was hit, or that it was not. */
    String sentence() {
        return hit.map(BreakpointHit::sentence)
                .orElseGet(() -> "Played to the end; “%s” was never hit.".formatted(breakpoint));
    }
}
