package sosad.app.api;

import java.util.Map;
import java.util.Optional;
import sosad.app.history.History;
import sosad.app.history.Phase;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Scenario;
import sosad.app.supervisor.Health;
import sosad.model.NodeId;

/** Keeps what a lab told last, for the API to look at. Told on the lab's thread, asked on any. */
public final class LabState implements Lab.Listener {
    private volatile Optional<Seen> seen = Optional.empty();
    private volatile String whyNothing = "no scenario is open";

    /**
     * What there is to see.
     *
     * @param scenario the scenario that is open
     * @param present the present moment
     * @param live what a live cluster shows besides; nothing in step mode and right after going live
     * @param healths what the supervisor thinks of every process
     */
    record Seen(Scenario scenario, Snapshot present, Optional<LiveState> live, Map<NodeId, Health> healths) {
        boolean isLive() {
            return present.phase() == Phase.LIVE;
        }
    }

    /** @throws ApiError if no cluster stands ready */
    Seen seen() {
        return seen.orElseThrow(() -> new ApiError(ApiError.UNAVAILABLE, whyNothing));
    }

    @Override
    public void opening(Scenario scenario, String what, Optional<History> meanwhile) {
        whyNothing = what;
        seen = Optional.empty();
    }

    @Override
    public void opened(Scenario scenario, History history) {
        seen = Optional.of(new Seen(scenario, history.present(), Optional.empty(), Map.of()));
    }

    @Override
    public void happened(History history) {
        seen = seen.map(before -> new Seen(before.scenario(), history.present(), Optional.empty(), before.healths()));
    }

    @Override
    public void lived(History history, LiveState state) {
        seen = seen.map(before -> new Seen(before.scenario(), history.present(), Optional.of(state), before.healths()));
    }

    @Override
    public void healthChanged(Map<NodeId, Health> healths) {
        seen = seen.map(before -> new Seen(before.scenario(), before.present(), before.live(), Map.copyOf(healths)));
    }

    @Override
    public void failed(String what, String remedy) {
        if (seen.isEmpty()) {
            whyNothing = what;
        }
    }

    @Override
    public void logged(String line) {
        // The log belongs to the window.
    }
}
