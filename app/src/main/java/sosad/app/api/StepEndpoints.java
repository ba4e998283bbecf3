package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import sosad.app.history.Phase;
import sosad.app.history.ScriptStatus;
import sosad.app.history.Snapshot;
import sosad.app.lab.Lab;
import sosad.protocol.EnumNames;

/** The steps of the scenario. Each command is answered with where the run stands after it. */
record StepEndpoints(LabAccess access) {
    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get(
                        "/steps", call -> ApiResponse.ok(position(access.state().seen()))),
                Endpoint.command("/steps/next", call -> next()),
                Endpoint.command("/steps/begin", call -> begin()),
                Endpoint.command("/steps/deliver", call -> inFlight(Lab::deliverNext)),
                Endpoint.command("/steps/finish", call -> inFlight(Lab::finishStep)),
                Endpoint.command("/steps/tick", call -> stepping(Lab::tick)),
                Endpoint.command("/steps/back", call -> stepping(lab -> lab.back(true))),
                Endpoint.command("/steps/forward", call -> stepping(lab -> lab.forward(true))));
    }

    /** Returns where the run stands. */
    static ObjectNode position(LabState.Seen seen) {
        Snapshot snapshot = seen.present();
        return Json.object()
                .put("phase", EnumNames.of(snapshot.phase()))
                .put("step", snapshot.step())
                .put("begun", snapshot.begun())
                .put("steps", seen.scenario().steps().size())
                .put("time", snapshot.time())
                .put("in_flight", snapshot.queue().size())
                .put("off_script", snapshot.offScript())
                .put("void", snapshot.script() == ScriptStatus.VOID);
    }

    private ApiResponse stepping(Function<Lab, CompletableFuture<?>> command) {
        access.requireSteps();
        access.done(command.apply(access.lab()));
        return ApiResponse.ok(position(access.state().seen()));
    }

    private ApiResponse next() {
        begin();
        return stepping(Lab::finishStep);
    }

    private ApiResponse begin() {
        LabState.Seen seen = access.state().seen();
        access.requireSteps();
        if (seen.present().begun() == seen.scenario().steps().size()) {
            throw new ApiError(ApiError.CONFLICT, "the scenario has no further step");
        }
        return stepping(Lab::beginStep);
    }

    private ApiResponse inFlight(Function<Lab, CompletableFuture<?>> command) {
        access.requireSteps();
        if (access.present().phase() != Phase.IN_FLIGHT) {
            throw new ApiError(ApiError.CONFLICT, "no step is in flight; POST /steps/begin first");
        }
        return stepping(command);
    }
}
