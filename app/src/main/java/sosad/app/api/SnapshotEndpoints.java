package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sosad.app.export.table.SentJson;
import sosad.process.ProgramVersion;

/** The whole of a moment at once. */
record SnapshotEndpoints(LabAccess access) {
    private static final int ENTRIES = 20;
    private static final int MAX_ENTRIES = 100;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/version", call -> ApiResponse.ok(Json.object().put("version", ProgramVersion.NUMBER))),
                Endpoint.get(
                        "/snapshot",
                        call -> ApiResponse.ok(snapshot((int) call.number("entries", ENTRIES, 0, MAX_ENTRIES)))));
    }

    private ObjectNode snapshot(int entries) {
        LabState.Seen seen = access.state().seen();
        ObjectNode json = Json.object().put("scenario", seen.scenario().title());
        json.set("position", StepEndpoints.position(seen));
        ObjectNode nodes = json.putObject("nodes");
        seen.present()
                .nodes()
                .forEach(node -> nodes.set(
                        node.id().name(),
                        NodeJson.of(node, seen)
                                .set(
                                        "entries",
                                        NodeJson.page(node.entries(), 0, entries)
                                                .get("entries"))));
        ObjectNode gateways = json.putObject("gateways");
        seen.present().gateways().forEach(gateway -> gateways.set(gateway.id().name(), NodeJson.of(gateway, seen)));
        json.set("messages", MessageJson.underWay(seen.present()));
        ObjectNode sent = json.putObject("sent");
        sent.set("step", SentJson.of(seen.present().sent().step()));
        sent.set("run", SentJson.of(seen.present().sent().run()));
        ArrayNode cut = json.putArray("cut");
        seen.present().cut().stream().sorted().forEach(link -> cut.add(LabAccess.name(link)));
        json.set("live", LiveEndpoints.json(seen));
        return json;
    }
}
