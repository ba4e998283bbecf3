package sosad.app.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.LinkFault;
import sosad.model.Link;
import sosad.model.NodeId;

/** The faults of a live cluster, wherever they act. */
record FaultEndpoints(LabAccess access) {
    private static final int MAX_LINKS = 1_000;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/faults", call -> ApiResponse.ok(all())),
                Endpoint.post("/faults", this::inject),
                Endpoint.delete("/faults/{number}", this::heal),
                Endpoint.command("/reset", call -> reset()));
    }

    private ArrayNode all() {
        ArrayNode all = Json.array();
        access.faults().inForce().forEach(one -> all.add(json(one)));
        return all;
    }

    private static ObjectNode json(ActiveFault one) {
        ObjectNode json = Json.object().put("number", one.number());
        FaultJson.write(one.fault().what(), json);
        Fault fault = one.fault();
        json.put("node", fault.target().map(NodeId::name).orElse(null));
        ArrayNode links = json.putArray("links");
        if (fault instanceof Fault.OnLinks on) {
            on.links().forEach(link -> links.add(LabAccess.name(link)));
        }
        return json.put("momentary", fault.isMomentary())
                .put("words", fault.words())
                .put("by", one.by())
                .put("since_millis", one.sinceMillis());
    }

    private ApiResponse inject(ApiRequest call) {
        Fields fields = call.fields();
        FaultSpec what = FaultJson.read(fields, FaultKinds.toxicsFirst());
        Fault fault =
                what instanceof LinkFault onLinks ? new Fault.OnLinks(links(fields), onLinks) : onProcess(fields, what);
        fields.end();
        access.requireLive();
        return ApiResponse.created(json(access.done(access.lab().inject(fault))));
    }

    private List<Link> links(Fields fields) {
        return fields.required("links", field -> fields.texts(field, MAX_LINKS)).stream()
                .map(name -> access.link(name)
                        .orElseThrow(() -> ApiError.ofField(fields.name("links"), access.unknownLink(name))))
                .toList();
    }

    private Fault onProcess(Fields fields, FaultSpec what) {
        String name = fields.required("node", fields::text);
        NodeId process = access.process(name)
                .orElseThrow(() -> ApiError.ofField(fields.name("node"), access.unknownProcess(name)));
        if (what.kind().isForNodesAlone() && access.gateway(name).isPresent()) {
            throw fields.refused(
                    "node",
                    "is a gateway; %s is for nodes".formatted(what.kind().name()));
        }
        return new Fault.OnProcess(process, what);
    }

    private ApiResponse heal(ApiRequest call) {
        long number = call.number("number")
                .filter(one -> access.faults().inForce().stream().anyMatch(fault -> fault.number() == one))
                .orElseThrow(() ->
                        new ApiError(ApiError.NOT_FOUND, "number", "no fault of this number is in force; GET /faults"));
        return access.perform(access.lab().heal(number));
    }

    private ApiResponse reset() {
        return access.perform(access.lab().heal());
    }
}
