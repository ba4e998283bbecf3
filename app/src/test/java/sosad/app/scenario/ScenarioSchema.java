package sosad.app.scenario;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import sosad.app.scenario.TrafficRule.Treatment;
import sosad.app.testing.SchemaParts;
import sosad.message.Launch.StoreKind;
import sosad.protocol.EnumNames;
import sosad.protocol.Reads.ReadMode;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;
import sosad.wire.FrameKind;

/** The JSON Schema of a scenario file. */
final class ScenarioSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScenarioSchema() {}

    static ObjectNode make() {
        ObjectNode whole = SchemaParts.document("SOSAD Lab scenario", "A scenario of SOSAD Lab (docs/scenarios.md)");
        fields(whole, List.of("scenario", "cluster", "steps"), "scenario:text", "about:text", "cluster:cluster");
        whole.withObject("/properties")
                .putObject("steps")
                .put("maxItems", Bounds.MAX_STEPS)
                .putObject("items")
                .put("$ref", "#/$defs/step");
        strings(whole.withObject("/properties/steps").putArray("type"), List.of("array", "null"));
        ObjectNode parts = whole.putObject("$defs");
        SchemaParts.addTo(parts);
        parts.putObject("whole")
                .put("type", "integer")
                .put("minimum", -Bounds.MAX_TIME)
                .put("maximum", Bounds.MAX_TIME);
        parts.putObject("nth")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", Bounds.MAX_NTH)
                .put("default", 1);
        parts.putObject("delaySteps").put("type", "integer").put("minimum", 1).put("maximum", TrafficRule.MAX_STEPS);
        parts.putObject("flag").put("type", "boolean");
        listOf(parts, "nodes", "node");
        listOf(parts, "keys", "text");
        parts.set("cluster", cluster());
        ObjectNode step = SchemaParts.object("A step");
        fields(
                step,
                List.of(),
                "time:whole",
                "title:text",
                "before:text",
                "say:text",
                "do:actions",
                "in-flight:actionsInFlight");
        parts.set("step", step);
        listOf(parts, "actions", "action");
        listOf(parts, "actionsInFlight", "actionInFlight");
        Stream.of("actions", "actionsInFlight").forEach(list -> {
            parts.withObject("/" + list).remove("type");
            strings(parts.withObject("/" + list).putArray("type"), List.of("array", "null"));
        });
        parts.set("action", actions());
        ObjectNode inFlight = JSON.createObjectNode();
        inFlight.putArray("anyOf").addObject().put("$ref", "#/$defs/action");
        action((ArrayNode) inFlight.get("anyOf"), "message", message());
        parts.set("actionInFlight", inFlight);
        return whole;
    }

    private static ObjectNode cluster() {
        ObjectNode cluster = SchemaParts.object("The nodes and their rules");
        fields(cluster, List.of("nodes"), "start-time:whole");
        cluster.withObject("/properties")
                .putObject("nodes")
                .put("type", "array")
                .put("minItems", 1)
                .put("maxItems", Bounds.MAX_NODES)
                .put("uniqueItems", true)
                .putObject("items")
                .put("$ref", "#/$defs/node");
        choice(cluster, "content", EnumNames.all(Content.class));
        choice(cluster, "timestamps", EnumNames.all(Timestamps.class));
        choice(cluster, "schedule", EnumNames.all(Schedule.class));
        choice(cluster, "store", EnumNames.all(StoreKind.class));
        cluster.withObject("/properties")
                .putObject("gateways")
                .put("type", "integer")
                .put("minimum", 0)
                .put("maximum", ClusterPlan.MAX_GATEWAYS);
        return cluster;
    }

    private static ObjectNode actions() {
        ObjectNode action = JSON.createObjectNode();
        ArrayNode forms = action.putArray("oneOf");
        String[] fates = {"lose:nodes", "hold:nodes", "corrupt:nodes", "duplicate:nodes"};
        action(forms, "put", request(List.of("key", "value"), "key:text", "value:text"));
        action(forms, "delete", request(List.of("key"), "key:text"));
        ObjectNode get = request(List.of("key"), "key:text");
        choice(get, "read", EnumNames.all(ReadMode.class));
        strings(
                get.withObject("/properties").putObject("expect").putArray("type"),
                List.of("string", "number", "boolean", "null"));
        get.withObject("/properties").putObject("step").put("type", "boolean");
        action(forms, "get", get);
        for (String send : List.of("push", "sync")) {
            ObjectNode sent = SchemaParts.object("Sends to all peers, or to some");
            fields(sent, List.of("from"), "from:node", "to:nodes");
            fields(sent, List.of(), fates);
            if (send.equals("sync")) {
                fields(sent, List.of(), "keys:keys");
            }
            sent.withObject("/properties")
                    .putObject("delay")
                    .put("type", "object")
                    .putObject("additionalProperties")
                    .put("$ref", "#/$defs/delaySteps");
            action(forms, send, sent);
        }
        for (String held : List.of("deliver", "discard")) {
            action(forms, held, of("A held message", List.of("from", "to"), "from:node", "to:node", "nth:nth"));
        }
        action(
                forms,
                "trim",
                of("A held message", List.of("from", "to", "keys"), "from:node", "to:node", "keys:keys", "nth:nth"));
        Stream.of("kill", "pause", "resume")
                .forEach(what -> action(forms, what, of("A process", List.of("node"), "node:node")));
        action(forms, "start", of("A process", List.of("node"), "node:node", "wipe:flag"));
        action(forms, "cut", reference("link"));
        action(forms, "mend", orAll(reference("link")));
        ObjectNode rule = of("A rule for messages", List.of("do"), "from:node", "to:node", "steps:delaySteps");
        choice(rule, "do", EnumNames.all(Treatment.class));
        choice(rule, "kind", FrameKind.MESSAGES.stream().map(EnumNames::of).toList());
        rule.withObject("/properties")
                .putObject("every")
                .put("type", "integer")
                .put("minimum", 1)
                .put("maximum", TrafficRule.MAX_EVERY);
        action(forms, "rule", rule);
        action(forms, "end-rule", orAll(of("The rule to end", List.of(), "nth:nth")));
        action(forms, "skew", of("A clock", List.of("node", "by"), "node:node", "by:whole"));
        action(forms, "expect", expectation());
        return action;
    }

    private static ObjectNode request(List<String> required, String... fields) {
        ObjectNode request = of("A client's request", required, fields);
        fields(request, List.of(), "at:node", "via:text");
        ArrayNode where = request.putArray("oneOf");
        Stream.of("at", "via")
                .forEach(one -> where.addObject().putArray("required").add(one));
        return request;
    }

    private static ObjectNode expectation() {
        ObjectNode expectation = JSON.createObjectNode();
        ArrayNode forms = expectation.putArray("oneOf");
        forms.add(of("A value", List.of("at", "key", "value"), "at:node", "key:text", "value:text"));
        forms.add(of("No value", List.of("at", "absent"), "at:node", "absent:text"));
        ObjectNode row = of("A row", List.of("at", "peer", "now", "prev"), "at:node", "peer:node");
        Stream.of("now", "prev")
                .forEach(time -> row.withObject("/properties").putObject(time).put("type", "integer"));
        forms.add(row);
        forms.add(of("Whether all nodes show the same", List.of("converged"), "converged:flag"));
        return expectation;
    }

    private static ObjectNode message() {
        ObjectNode message = of(
                "A message in flight",
                List.of("do", "from", "to"),
                "from:node",
                "to:node",
                "nth:nth",
                "steps:delaySteps",
                "keys:keys");
        choice(message, "state", EnumNames.all(MessageState.class));
        choice(
                message,
                "do",
                Arrays.stream(MessageAction.Kind.values())
                        .filter(kind -> kind != MessageAction.Kind.REORDER)
                        .map(EnumNames::of)
                        .toList());
        return message;
    }

    private static ObjectNode orAll(ObjectNode form) {
        ObjectNode either = JSON.createObjectNode();
        ArrayNode forms = either.putArray("oneOf").add(form);
        forms.addObject().put("const", "all");
        return either;
    }

    private static ObjectNode reference(String part) {
        return JSON.createObjectNode().put("$ref", "#/$defs/" + part);
    }

    private static void action(ArrayNode forms, String word, ObjectNode value) {
        ObjectNode form = forms.addObject().put("type", "object").put("additionalProperties", false);
        form.putArray("required").add(word);
        form.putObject("properties").set(word, value);
    }

    private static ObjectNode of(String description, List<String> required, String... fields) {
        ObjectNode object = SchemaParts.object(description);
        fields(object, required, fields);
        return object;
    }

    /** @param fields each as {@code name:part} */
    private static void fields(ObjectNode object, List<String> required, String... fields) {
        if (!required.isEmpty()) {
            strings(object.putArray("required"), required);
        }
        for (String field : fields) {
            String[] nameAndPart = field.split(":");
            object.withObject("/properties").putObject(nameAndPart[0]).put("$ref", "#/$defs/" + nameAndPart[1]);
        }
    }

    private static void choice(ObjectNode object, String field, List<String> words) {
        strings(object.withObject("/properties").putObject(field).putArray("enum"), words);
    }

    private static void listOf(ObjectNode parts, String name, String item) {
        parts.putObject(name).put("type", "array").putObject("items").put("$ref", "#/$defs/" + item);
    }

    private static void strings(ArrayNode array, List<String> strings) {
        strings.forEach(array::add);
    }
}
