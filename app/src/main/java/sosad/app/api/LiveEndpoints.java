package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sosad.app.lab.live.LiveState;

/** The state of live mode: on or off, and what it shows beyond nodes and links. */
record LiveEndpoints(LabAccess access) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/live", call -> ApiResponse.ok(json(access.state().seen()))),
                Endpoint.command("/live", call -> begin()),
                Endpoint.delete("/live", call -> end()));
    }

    static ObjectNode json(LabState.Seen seen) {
        Optional<LiveState> state = seen.live();
        ObjectNode json = Json.object()
                .put("live", seen.present().isLive())
                .put("millis", state.map(LiveState::millis).orElse(0L))
                .put("messages_per_second", state.map(LiveState::perSecond).orElse(0L));
        ObjectNode injected = json.putObject("struck");
        state.ifPresent(live -> live.faults().injected().forEach(injected::put));
        state.flatMap(LiveState::plan)
                .ifPresentOrElse(plan -> write(plan, json.putObject("plan")), () -> json.putNull("plan"));
        return json;
    }

    private static void write(LiveState.RunningPlan plan, ObjectNode json) {
        json.put("title", plan.title()).put("seed", plan.seed()).put("millis", plan.millis());
        var said = json.putArray("said");
        plan.said().forEach(said::add);
    }

    private ApiResponse begin() {
        access.requireSteps();
        return access.perform(access.lab().goLive());
    }

    private ApiResponse end() {
        access.requireLive();
        return access.perform(access.lab().stopClocks());
    }
}
