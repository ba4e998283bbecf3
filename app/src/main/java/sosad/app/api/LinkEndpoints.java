package sosad.app.api;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sosad.app.fabric.LinkCounts;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault.FaultSpec;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.LinkFault;
import sosad.app.lab.live.LiveState;
import sosad.app.scenario.Action;
import sosad.model.Link;

/** Links and their toxics. In Toxiproxy's terms a link is a proxy, with one direction. */
record LinkEndpoints(LabAccess access, Toxics toxics) {
    private static final int MAX_NAME_CHARACTERS = 64;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/links", call -> ApiResponse.ok(all())),
                Endpoint.get("/links/{link}", call -> ApiResponse.ok(json(link(call), access.faults()))),
                Endpoint.post("/links/{link}", this::enable),
                Endpoint.get(
                        "/links/{link}/toxics",
                        call -> ApiResponse.ok(json(link(call), access.faults()).get("toxics"))),
                Endpoint.post("/links/{link}/toxics", this::add),
                Endpoint.get("/links/{link}/toxics/{toxic}", call -> ApiResponse.ok(toxics.json(toxic(call)))),
                Endpoint.delete("/links/{link}/toxics/{toxic}", this::remove));
    }

    private Link link(ApiRequest call) {
        String name = call.at("link");
        return access.link(name).orElseThrow(() -> new ApiError(ApiError.NOT_FOUND, "link", access.unknownLink(name)));
    }

    private ActiveFault toxic(ApiRequest call) {
        Link link = link(call);
        return toxics.find(link, call.at("toxic"))
                .orElseThrow(() -> new ApiError(
                        ApiError.NOT_FOUND, "toxic", "there is no toxic of this name on " + LabAccess.name(link)));
    }

    private ObjectNode all() {
        FaultSnapshot faults = access.faults();
        ObjectNode all = Json.object();
        access.links().forEach(link -> all.set(LabAccess.name(link), json(link, faults)));
        return all;
    }

    private ObjectNode json(Link link, FaultSnapshot faults) {
        ObjectNode json = Json.object()
                .put("name", LabAccess.name(link))
                .put("from", link.from().name())
                .put("to", link.to().name())
                .put("enabled", !faults.cut().contains(link));
        var list = json.putArray("toxics");
        Toxics.on(link, faults).forEach(toxic -> list.add(toxics.json(toxic)));
        LinkCounts counts = access.state()
                .seen()
                .live()
                .map(LiveState::counts)
                .orElse(Map.of())
                .getOrDefault(link, LinkCounts.NONE);
        json.putObject("counts")
                .put("sent", counts.sent())
                .put("passed", counts.passed())
                .put("lost", counts.lost())
                .put("duplicated", counts.duplicated())
                .put("corrupted", counts.corrupted())
                .put("under_way", counts.underWay());
        return json;
    }

    /** Cuts or mends; what is as it should be already is left alone. */
    private ApiResponse enable(ApiRequest call) {
        Link link = link(call);
        Fields fields = call.fields();
        boolean enabled = fields.required("enabled", fields::flag);
        fields.end();
        if (access.faults().cut().contains(link) == enabled) {
            List<Link> one = List.of(link);
            access.done(access.lab().act(enabled ? new Action.Mend(Optional.of(one)) : new Action.Cut(one)));
        }
        return ApiResponse.ok(json(link, access.faults()));
    }

    private ApiResponse add(ApiRequest call) {
        Link link = link(call);
        Fields fields = call.fields();
        Optional<String> name = fields.text("name");
        FaultSpec what = FaultJson.read(fields, FaultKinds.toxics());
        fields.word("stream", List.of(Toxics.STREAM));
        fields.end();
        name.filter(text -> !text.matches(format("[A-Za-z0-9._-]{1,%d}", MAX_NAME_CHARACTERS)))
                .ifPresent(wrong -> {
                    throw fields.refused(
                            "name",
                            format(
                                    "must have 1 to %d letters, digits, dots, dashes or underscores",
                                    MAX_NAME_CHARACTERS));
                });
        access.requireLive();
        return ApiResponse.ok(toxics.json(toxics.add(link, name, (LinkFault) what)));
    }

    private ApiResponse remove(ApiRequest call) {
        return access.perform(access.lab().heal(toxic(call).number()));
    }
}
