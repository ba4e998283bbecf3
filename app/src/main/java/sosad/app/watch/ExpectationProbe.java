package sosad.app.watch;

import java.util.List;
import java.util.Optional;
import sosad.app.history.Expectations;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.app.scenario.Expectation;

/** See {@link Breakpoint.ExpectationFails}. */
final class ExpectationProbe implements BreakpointProbe {
    private final Optional<Expectation> wanted;
    private List<NodeState> nodes = List.of();
    private boolean wasMet;

    ExpectationProbe(Breakpoint.ExpectationFails wanted) {
        this.wanted = wanted.expectation();
    }

    @Override
    public void begin(History history, HeldEntries held) {
        nodes = history.present().nodes();
        wasMet = wanted.map(this::isMet).orElse(false);
    }

    @Override
    public Optional<String> next(Snapshot snapshot, HeldEntries held, List<HeldEntries.Change> changes) {
        if (wanted.isEmpty()) {
            return snapshot.what() instanceof RunEvent.Checked checked && !checked.met()
                    ? Optional.of("not met: " + words(checked))
                    : Optional.empty();
        }
        if (snapshot.nodes() == nodes) {
            return Optional.empty();
        }
        nodes = snapshot.nodes();
        boolean before = wasMet;
        wasMet = isMet(wanted.get());
        return before && !wasMet ? Optional.of(Expectations.found(wanted.get(), nodes)) : Optional.empty();
    }

    private static String words(RunEvent.Checked checked) {
        return checked.expectation() + (checked.found().isEmpty() ? "" : "; instead, " + checked.found());
    }

    private boolean isMet(Expectation expectation) {
        return Expectations.isMet(expectation, nodes);
    }
}
