package sosad.app.api;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import sosad.app.history.Snapshot;
import sosad.app.lab.LabEvent;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/** The latest state of a lab, for the API. Updated on the lab's thread, read on any. */
public final class LabState implements Consumer<LabEvent> {
    private volatile Optional<Seen> seen = Optional.empty();
    private volatile String whyNothing = "no scenario is open";

    /**
     * The state of an open scenario.
     *
     * @param scenario the scenario that is open
     * @param present the present moment
     * @param live the live state; empty in step mode and right after going live
     * @param healths what the supervisor thinks of every process
     */
    record Seen(Scenario scenario, Snapshot present, Optional<LiveState> live, Map<NodeId, Health> healths) {
        private Seen after(LabEvent event) {
            if (event instanceof LabEvent.Happened happened) {
                return new Seen(scenario, happened.history().present(), Optional.empty(), healths);
            } else if (event instanceof LabEvent.LiveUpdate lived) {
                return new Seen(scenario, lived.history().present(), Optional.of(lived.state()), healths);
            }
            return event instanceof LabEvent.HealthChanged changed
                    ? new Seen(scenario, present, live, changed.healths())
                    : this;
        }
    }

    /** @throws ApiError if no cluster stands ready */
    Seen seen() {
        return seen.orElseThrow(() -> new ApiError(ApiError.UNAVAILABLE, whyNothing));
    }

    @Override
    public void accept(LabEvent event) {
        if (event instanceof LabEvent.Opening opening) {
            whyNothing = opening.what();
            seen = Optional.empty();
        } else if (event instanceof LabEvent.Opened opened) {
            seen = Optional.of(new Seen(opened.scenario(), opened.history().present(), Optional.empty(), Map.of()));
        } else if (event instanceof LabEvent.Failed failed && seen.isEmpty()) {
            whyNothing = failed.what();
        } else if (!(event instanceof LabEvent.Logged)) { // which comes on any thread
            seen = seen.map(before -> before.after(event));
        }
    }
}
