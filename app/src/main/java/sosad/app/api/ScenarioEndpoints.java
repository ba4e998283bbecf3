package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.scenario.BundledScenarios;
import sosad.app.scenario.Scenario;
import sosad.app.scenario.ScenarioReader;
import sosad.app.scenario.ScenarioWriter;
import sosad.protocol.EnumNames;

/** The scenario that is open. */
record ScenarioEndpoints(LabAccess access) {
    /** The longest scenario file. */
    private static final int MAX_FILE_BYTES = 1 << 20;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/scenario", call -> ApiResponse.ok(json())),
                new Endpoint("PUT", "/scenario", MAX_FILE_BYTES, this::open),
                Endpoint.get("/scenario/played", call -> ApiResponse.ok(played())),
                Endpoint.command("/restart", call -> restart()));
    }

    private ObjectNode json() {
        Scenario scenario = access.state().seen().scenario();
        ObjectNode json = Json.object()
                .put("title", scenario.title())
                .put("about", scenario.about().orElse(null));
        ArrayNode nodes = json.putArray("nodes");
        scenario.cluster().nodes().forEach(node -> nodes.add(node.name()));
        ArrayNode gateways = json.putArray("gateways");
        scenario.cluster().gatewayNames().forEach(gateway -> gateways.add(gateway.name()));
        return json.put("store", EnumNames.of(scenario.cluster().store()))
                .put("steps", scenario.steps().size())
                .put("yaml", ScenarioWriter.write(scenario));
    }

    private ObjectNode played() {
        RecordedScenario.Recorded recorded = access.done(access.lab().recorded());
        ObjectNode json = Json.object().put("yaml", ScenarioWriter.write(recorded.scenario()));
        ArrayNode unsaid = json.putArray("unsaid");
        recorded.unsaid().forEach(unsaid::add);
        return json;
    }

    private ApiResponse open(ApiRequest call) {
        Scenario scenario = call.isYaml()
                ? ApiError.reading("scenario", () -> ScenarioReader.read("scenario", call.body()))
                : named(call.fields());
        access.done(access.lab().open(scenario));
        return ApiResponse.ok(json());
    }

    private static Scenario named(Fields fields) {
        String name = fields.required("name", fields::text);
        fields.end();
        return ApiError.reading("name", () -> BundledScenarios.load(name));
    }

    private ApiResponse restart() {
        access.state().seen();
        return access.perform(access.lab().restart());
    }
}
