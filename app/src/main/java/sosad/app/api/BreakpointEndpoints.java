package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.app.lab.BreakpointLab.RunOnEnd;
import sosad.app.watch.Breakpoint;
import sosad.app.watch.BreakpointHit;
import sosad.app.watch.BreakpointState;
import sosad.app.watch.BreakpointText;
import sosad.app.watch.InvalidBreakpointException;
import sosad.app.yaml.Quoted;
import sosad.protocol.EnumNames;

/** The breakpoints of the lesson, and runs as far as one of them ({@code docs/watch.md}). */
record BreakpointEndpoints(LabAccess access) {
    /** A run that is played on ends before the request for it does. */
    private static final long MAX_RUN_SECONDS = 50;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/breakpoints", call -> ApiResponse.ok(json(all()))),
                Endpoint.post("/breakpoints", this::add),
                Endpoint.patch("/breakpoints/{breakpoint}", this::turn),
                Endpoint.delete("/breakpoints/{breakpoint}", this::delete),
                Endpoint.post("/steps/run", this::run));
    }

    private List<BreakpointState> all() {
        access.state().seen();
        return access.done(access.lab().breakpoints());
    }

    private ApiResponse add(ApiRequest call) {
        Fields fields = call.fields();
        Breakpoint breakpoint = breakpoint(fields, "text").orElseThrow(() -> fields.refused("text", "is missing"));
        fields.end();
        int number = access.done(access.lab().addBreakpoint(breakpoint));
        return ApiResponse.created(all().stream()
                .filter(state -> state.number() == number)
                .map(BreakpointEndpoints::json)
                .findFirst()
                .orElseThrow(() -> new ApiError(ApiError.CONFLICT, "another request has taken it away at once")));
    }

    private Optional<Breakpoint> breakpoint(Fields fields, String name) {
        return fields.text(name).map(text -> {
            try {
                Breakpoint breakpoint = BreakpointText.parse(text);
                BreakpointText.unknownNode(
                                breakpoint,
                                access.state().seen().scenario().cluster().nodes())
                        .ifPresent(why -> {
                            throw new InvalidBreakpointException(why);
                        });
                return breakpoint;
            } catch (InvalidBreakpointException e) {
                throw ApiError.ofField(fields.name(name), fields.name(name) + ": " + e.getMessage());
            }
        });
    }

    private int number(ApiRequest call) {
        return call.number("breakpoint")
                .flatMap(number -> all().stream()
                        .map(BreakpointState::number)
                        .filter(there -> there.longValue() == number)
                        .findFirst())
                .orElseThrow(() -> new ApiError(
                        ApiError.NOT_FOUND,
                        "breakpoint",
                        "there is no breakpoint %s; GET /breakpoints lists them"
                                .formatted(Quoted.of(call.at("breakpoint")))));
    }

    private ApiResponse turn(ApiRequest call) {
        int number = number(call);
        Fields fields = call.fields();
        boolean on = fields.required("on", fields::flag);
        fields.end();
        return access.perform(access.lab().turnBreakpoint(number, on));
    }

    private ApiResponse delete(ApiRequest call) {
        return access.perform(access.lab().removeBreakpoint(number(call)));
    }

    private ApiResponse run(ApiRequest call) {
        Fields fields = call.fields();
        Optional<Breakpoint> until = breakpoint(fields, "until");
        fields.end();
        access.requireSteps();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_RUN_SECONDS);
        RunOnEnd run = access.done(access.lab().runOn(until, () -> System.nanoTime() - end < 0));
        ObjectNode json = Json.object().put("ended", EnumNames.of(run.reason()));
        ArrayNode hits = json.putArray("hits");
        run.hits().forEach(hit -> hits.add(json(hit)));
        json.set("position", StepEndpoints.position(access.state().seen()));
        return ApiResponse.ok(json);
    }

    private static ArrayNode json(List<BreakpointState> all) {
        ArrayNode json = Json.array();
        all.forEach(state -> json.add(json(state)));
        return json;
    }

    private static ObjectNode json(BreakpointState state) {
        ObjectNode json = Json.object()
                .put("breakpoint", state.number())
                .put("text", state.breakpoint().toString())
                .put("on", state.on())
                .put("hits", state.hits());
        state.last().ifPresentOrElse(hit -> json.set("last", json(hit)), () -> json.putNull("last"));
        return json;
    }

    private static ObjectNode json(BreakpointHit hit) {
        return Json.object()
                .put("text", hit.breakpoint().toString())
                .put("event", hit.event())
                .put("time", hit.time())
                .put("words", hit.words());
    }
}
