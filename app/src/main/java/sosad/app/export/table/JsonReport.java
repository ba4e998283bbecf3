package sosad.app.export.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import sosad.app.history.RunEvent;
import sosad.app.history.SentByKind;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.protocol.Inquiry;

/** A report as JSON, in the form that {@code docs/scenarios.md} shows. */
final class JsonReport {
    private JsonReport() {}

    static String text(RunReport report) {
        ObjectNode json = object().put("scenario", report.scenario());
        putIfAny(json, "about", report.about());
        json.set("steps", list(report.steps(), JsonReport::step));
        setSent(json, report.sent());
        report.convergence().ifPresent(figures -> json.set("convergence", ConvergenceJson.of(figures)));
        return json + "\n";
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static <T> ArrayNode list(List<T> items, Function<T, JsonNode> json) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> list.add(json.apply(item)));
        return list;
    }

    private static void putIfAny(ObjectNode json, String name, Optional<String> text) {
        text.ifPresent(there -> json.put(name, there));
    }

    private static <T> void setIfAny(ObjectNode json, String name, List<T> items, Function<T, JsonNode> item) {
        if (!items.isEmpty()) {
            json.set(name, list(items, item));
        }
    }

    private static JsonNode step(StepReport step) {
        ObjectNode json =
                object().put("time", step.time()).put("title", step.title().orElse(null));
        putIfAny(json, "before", step.before());
        putIfAny(json, "say", step.say());
        json.set("rows", list(step.rows(), JsonReport::row));
        setIfAny(json, "requests", step.requests(), JsonReport::request);
        setIfAny(json, "inquiries", step.inquiries(), JsonReport::inquiry);
        json.set("messages", list(step.messages(), JsonReport::message));
        setSent(json, step.sent());
        json.set("failures", list(step.failures(), TextNode::valueOf));
        json.set("expectations", list(step.expectations(), JsonReport::expectation));
        return json;
    }

    private static void setSent(ObjectNode json, SentByKind sent) {
        if (!sent.kinds().isEmpty()) {
            json.set("sent", SentJson.of(sent));
        }
    }

    private static JsonNode request(RequestReport request) {
        ObjectNode json =
                object().put("do", request.what()).put("at", request.at().name());
        putIfAny(json, "via", request.via().map(NodeId::name));
        json.put("key", request.key().text())
                .put("value", request.value().map(Value::text).orElse(null));
        request.timestamp().ifPresent(at -> json.put("timestamp", at).put("lost", request.lost()));
        request.mode().ifPresent(mode -> json.put("read", EnumNames.of(mode)).put("stale", request.stale()));
        return json;
    }

    private static JsonNode inquiry(RunEvent.Inquired inquired) {
        Inquiry inquiry = inquired.inquiry();
        ObjectNode json = object().put("from", inquiry.from().name())
                .put("to", inquiry.to().name())
                .put("kind", kind(inquiry))
                .put("key", inquiry.key().text());
        carried(inquiry).ifPresent(entry -> json.put(
                        "value", entry.value().map(Value::text).orElse(null))
                .put("timestamp", entry.timestamp()));
        return json.put("fate", EnumNames.of(inquired.fate()));
    }

    private static Optional<Entry> carried(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Repair repair) {
            return Optional.of(repair.entry());
        }
        return inquiry instanceof Inquiry.Answer answer ? answer.entry() : Optional.empty();
    }

    private static String kind(Inquiry inquiry) {
        if (inquiry instanceof Inquiry.Ask) {
            return "ask";
        }
        return inquiry instanceof Inquiry.Answer ? "answer" : "repair";
    }

    private static JsonNode row(TableRow row) {
        return object().put("server", row.server().name())
                .put("key", row.key())
                .put("value", row.value().orElse(null));
    }

    private static JsonNode message(MessageReport message) {
        ObjectNode json = object().put("from", message.from().name())
                .put("to", message.to().name())
                .put("kind", EnumNames.of(message.kind()))
                .put("now", message.now())
                .put("prev", message.prev());
        json.set("changes", list(message.changes(), TextNode::valueOf));
        return json.put("fate", EnumNames.of(message.fate()));
    }

    private static JsonNode expectation(ExpectationReport expectation) {
        ObjectNode json = object().put("expect", expectation.expect()).put("met", expectation.met());
        putIfAny(json, "found", Optional.of(expectation.found()).filter(found -> !found.isEmpty()));
        expectation.line().ifPresent(line -> json.put("line", line));
        return json;
    }
}
