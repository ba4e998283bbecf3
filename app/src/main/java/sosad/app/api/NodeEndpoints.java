package sosad.app.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.app.history.NodeState.Status;
import sosad.app.scenario.Action;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/** Nodes and gateways: what they hold, and whether they run. */
record NodeEndpoints(LabAccess access) {
    private static final int PAGE = 100;
    private static final int MAX_ON_PAGE = 500;

    List<Endpoint> endpoints() {
        return List.of(
                Endpoint.get("/nodes", call -> ApiResponse.ok(all())),
                Endpoint.get("/nodes/{node}", call -> ApiResponse.ok(one(call.at("node")))),
                Endpoint.get("/nodes/{node}/entries", this::entries),
                Endpoint.post("/nodes/{node}", this::setStatus));
    }

    private ObjectNode all() {
        LabState.Seen seen = access.state().seen();
        ObjectNode all = Json.object();
        seen.present().nodes().forEach(node -> all.set(node.id().name(), NodeJson.of(node, seen)));
        seen.present().gateways().forEach(gateway -> all.set(gateway.id().name(), NodeJson.of(gateway, seen)));
        return all;
    }

    private ObjectNode one(String name) {
        LabState.Seen seen = access.state().seen();
        return access.node(name)
                .map(node -> NodeJson.of(node, seen))
                .or(() -> access.gateway(name).map(gateway -> NodeJson.of(gateway, seen)))
                .orElseThrow(() -> unknown(name));
    }

    private ApiError unknown(String name) {
        return new ApiError(ApiError.NOT_FOUND, "node", access.unknownProcess(name));
    }

    private ApiResponse entries(ApiRequest call) {
        NodeState node = access.node(call.at("node")).orElseThrow(() -> unknown(call.at("node")));
        int from = (int) call.number("from", 0, 0, Integer.MAX_VALUE);
        int limit = (int) call.number("limit", PAGE, 1, MAX_ON_PAGE);
        return ApiResponse.ok(NodeJson.page(node.entries(), from, limit));
    }

    private ApiResponse setStatus(ApiRequest call) {
        NodeId process = access.process(call.at("node")).orElseThrow(() -> unknown(call.at("node")));
        Fields fields = call.fields();
        String word = fields.required("status", name -> fields.word(name, EnumNames.all(Status.class)));
        Optional<Boolean> wipe = fields.flag("wipe");
        fields.end();
        Status status = EnumNames.parse(Status.class, word).orElseThrow();
        if (wipe.isPresent() && status != Status.UP) {
            throw fields.refused("wipe", "is allowed only with the status up");
        }
        if (wipe.isPresent() && access.gateway(process.name()).isPresent()) {
            throw fields.refused("wipe", "is for nodes only: a gateway has no store");
        }
        return access.perform(access.lab().act(action(process, status, wipe.orElse(false))));
    }

    private Action action(NodeId process, Status wanted, boolean wipe) {
        Status status = access.node(process.name())
                .map(NodeState::status)
                .or(() -> access.gateway(process.name()).map(NodeEndpoints::status))
                .orElseThrow(() -> unknown(process.name()));
        boolean live = access.present().isLive();
        if (status == wanted && !live) {
            throw new ApiError(
                    ApiError.CONFLICT, "status", "%s is %s already".formatted(process, EnumNames.of(wanted)));
        }
        Action action =
                switch (wanted) {
                    case DEAD -> new Action.Kill(process);
                    case PAUSED -> new Action.Pause(process);
                    case UP ->
                        status == Status.PAUSED && !(live && wipe)
                                ? new Action.Resume(process)
                                : new Action.Start(process, wipe);
                };
        access.require("status", action);
        return action;
    }

    private static Status status(GatewayState gateway) {
        return gateway.hasProcess() ? Status.UP : Status.DEAD;
    }
}
