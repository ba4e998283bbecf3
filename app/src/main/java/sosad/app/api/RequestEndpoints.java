package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.client.ClientReply;
import sosad.app.history.GatewayState;
import sosad.app.scenario.Access;
import sosad.app.scenario.Action;
import sosad.model.Key;
import sosad.model.Limits;
import sosad.model.RefusedException;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;

/** Requests of a client to a node or a gateway. */
record RequestEndpoints(LabAccess access) {
    List<Endpoint> endpoints() {
        // Twice the longest value: its characters may be escaped.
        return List.of(new Endpoint("POST", "/requests", 2 * Endpoint.MAX_BODY_BYTES, this::ask));
    }

    private ApiResponse ask(ApiRequest call) {
        Fields fields = call.fields();
        String word = fields.required("do", field -> fields.word(field, List.of("put", "get", "delete")));
        Access whom = access(fields);
        Key key = checked(fields, "key", Limits.DEFAULT::key);
        Action action =
                switch (word) {
                    case "put" -> new Action.Put(whom, key, checked(fields, "value", Limits.DEFAULT::value));
                    case "delete" -> new Action.Delete(whom, key);
                    default -> get(fields, whom, key);
                };
        fields.end();
        require(whom, action);
        return ApiResponse.ok(json(access.done(access.lab().act(action))));
    }

    private static JsonNode json(Optional<ClientReply> reply) {
        return Json.object()
                .put(
                        "reply",
                        reply.filter(got -> !got.isNil()).map(ClientReply::text).orElse(null))
                .put("error", reply.map(ClientReply::isError).orElse(false))
                .put("micros", reply.map(ClientReply::micros).orElse(0L));
    }

    private Access access(Fields fields) {
        Optional<String> at = fields.text("at");
        Optional<String> via = fields.text("via");
        if (at.isPresent() == via.isPresent()) {
            throw fields.refused("at", "or via is required, not both");
        }
        return at.map(name -> access.node(name)
                        .map(node -> Access.at(node.id()))
                        .orElseThrow(() -> ApiError.ofField(fields.name("at"), access.unknownProcess(name))))
                .orElseGet(() -> via(fields, via.orElseThrow()));
    }

    private Access via(Fields fields, String name) {
        return access.gateway(name)
                .map(gateway -> Access.via(gateway.id()))
                .orElseThrow(() -> fields.refused("via", "names no gateway of this cluster"));
    }

    private static Action.Get get(Fields fields, Access whom, Key key) {
        ReadMode mode = mode(fields, whom);
        boolean step = fields.flag("step").orElse(false);
        if (step && mode == ReadMode.LOCAL) {
            throw fields.refused("step", "goes only with the modes find and newest: a local read asks nobody");
        }
        return new Action.Get(whom, key, mode, Optional.empty(), step);
    }

    private static ReadMode mode(Fields fields, Access whom) {
        ReadMode mode = fields.word("mode", EnumNames.all(ReadMode.class))
                .flatMap(word -> EnumNames.parse(ReadMode.class, word))
                .orElse(ReadMode.LOCAL);
        if (whom.viaGateway() && mode != ReadMode.LOCAL) {
            throw fields.refused("mode", "must be local via a gateway");
        }
        return mode;
    }

    private static <T> T checked(Fields fields, String field, Function<String, T> rule) {
        String text = fields.required(field, fields::text);
        try {
            return rule.apply(text);
        } catch (RefusedException e) {
            throw fields.refused(field, "is refused by every node: " + e.getMessage());
        }
    }

    /** Refuses a request for which a gateway finds no node, in other words than an action's. */
    private void require(Access whom, Action action) {
        boolean live =
                access.gateway(whom.name().name()).map(GatewayState::hasProcess).orElse(false);
        try {
            access.require(whom.viaGateway() ? "via" : "at", action);
        } catch (ApiError e) {
            throw live ? new ApiError(ApiError.CONFLICT, "via", "no node behind %s is up".formatted(whom.name())) : e;
        }
    }
}
