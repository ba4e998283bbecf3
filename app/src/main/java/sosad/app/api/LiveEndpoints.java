package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sosad.app.lab.live.LiveLoad;
import sosad.app.lab.live.LiveState;
import sosad.app.load.KeyDistribution.Zipf;
import sosad.app.load.LoadSettings;

/** The state of live mode: on or off, and what it shows beyond nodes and links. */
record LiveEndpoints(LabAccess access) {
    private static final String WRITES = "writes_per_second";
    private static final String READS = "reads_per_second";
    private static final String KEYS = "keys";
    private static final String ZIPF = "zipf";
    private static final double MIN_THETA = 0.01;
    private static final int DEFAULT_KEYS = 100;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/live", call -> ApiResponse.ok(json(access.state().seen()))),
                Endpoint.command("/live", call -> begin()),
                Endpoint.delete("/live", call -> end()),
                Endpoint.get(
                        "/live/clients",
                        call -> ApiResponse.ok(clients(access.state().seen()))),
                Endpoint.post("/live/clients", this::setClients),
                Endpoint.delete("/live/clients", call -> stopClients()));
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

    private static ObjectNode clients(LabState.Seen seen) {
        LiveLoad load = seen.live().map(LiveState::load).orElse(LiveLoad.NONE);
        ObjectNode json = Json.object().put("running", load.isRunning());
        load.settings()
                .ifPresentOrElse(wanted -> write(wanted, json.putObject("wanted")), () -> json.putNull("wanted"));
        json.put(WRITES, load.writesPerSecond())
                .put(READS, load.readsPerSecond())
                .put("errors", load.errors());
        ObjectNode writes = json.putObject("writes_per_second_at");
        new TreeMap<>(load.writes()).forEach((process, count) -> writes.put(process.name(), count));
        return json;
    }

    private static void write(LoadSettings wanted, ObjectNode json) {
        json.put(WRITES, wanted.writesPerSecond())
                .put(READS, wanted.readsPerSecond())
                .put(KEYS, wanted.keys());
        wanted.zipf().ifPresent(zipf -> json.put(ZIPF, zipf.theta()));
    }

    private ApiResponse setClients(ApiRequest request) {
        Fields fields = request.fields();
        LoadSettings wanted = new LoadSettings(
                rate(fields, WRITES),
                rate(fields, READS),
                fields.whole(KEYS, 1, LoadSettings.MAX_KEYS).map(Long::intValue).orElse(DEFAULT_KEYS),
                fields.number(ZIPF, MIN_THETA, Zipf.MAX_THETA).map(Zipf::new));
        fields.end();
        access.requireLive();
        return access.perform(access.lab().setClients(wanted));
    }

    private static int rate(Fields fields, String field) {
        return Math.toIntExact(fields.required(field, name -> fields.whole(name, 0, LoadSettings.MAX_RATE)));
    }

    private ApiResponse stopClients() {
        access.requireLive();
        return access.perform(access.lab().stopClients());
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
