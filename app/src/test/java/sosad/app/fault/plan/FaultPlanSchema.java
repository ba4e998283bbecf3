package sosad.app.fault.plan;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.fault.FaultKind;
import sosad.app.fault.FaultKinds;
import sosad.app.fault.Parameter;
import sosad.app.fault.Quantity;
import sosad.app.testing.SchemaParts;

/** The JSON Schema of a fault plan, from the catalogue of faults and the picks. */
final class FaultPlanSchema {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DIGITS = "[0-9]{1,15}(\\.[0-9]{1,40})?";

    private FaultPlanSchema() {}

    static ObjectNode make() {
        ObjectNode whole =
                SchemaParts.document("SOSAD Lab fault plan", "A fault plan of SOSAD Lab (docs/fault-plans.md)");
        FaultPlanReader.FIELDS.forEach(field -> property(whole, field));
        strings(whole.putArray("required"), List.of("plan", "faults"));
        property(whole, "plan").put("$ref", "#/$defs/text").put("description", "The title");
        property(whole, "about")
                .put("$ref", "#/$defs/text")
                .put("description", "Shown when the plan is chosen, Markdown");
        property(whole, "faults")
                .put("type", "array")
                .put("maxItems", FaultPlan.MAX_FAULTS)
                .putObject("items")
                .put("$ref", "#/$defs/fault");
        ObjectNode parts = whole.putObject("$defs");
        SchemaParts.addTo(parts);
        parts.putObject("time")
                .put("type", "string")
                .put("pattern", pattern(number(Quantity.TIME, false)))
                .put("description", "Such as 250 ms, 1.5 s or 1 min");
        parts.set("fault", fault());
        parts.set("linkPick", linkPick());
        parts.set("processPick", processPick());
        parts.set("linkFault", faults(FaultKinds.all(true)));
        parts.set("processFault", faults(FaultKinds.all(false)));
        return whole;
    }

    private static ObjectNode fault() {
        ObjectNode fault = object("A fault and its time", FaultPlanReader.FAULT_FIELDS);
        strings(fault.putArray("required"), List.of("pick", "do"));
        property(fault, "at")
                .put("$ref", "#/$defs/time")
                .put("description", "Once, this long after the start of the plan; at most a day");
        String time = number(Quantity.TIME, false);
        property(fault, "every")
                .put("type", "string")
                .put("pattern", pattern(time + "(\\s+to\\s+" + time + ")?"))
                .put(
                        "description",
                        "Repeatedly: 2 s, or at random intervals between two bounds, 1 s to 3 s; from 10 ms to a day");
        property(fault, "pick").put("description", "The target");
        property(fault, "do").put("description", "The fault");
        property(fault, "heal-after")
                .put("$ref", "#/$defs/time")
                .put("description", "How long it lasts, from 1 ms to a day; by default until it is healed by hand");
        property(fault, "say").put("$ref", "#/$defs/text").put("description", "Narration, Markdown");
        ArrayNode rules = fault.putArray("allOf");
        ArrayNode when = rules.addObject().putArray("oneOf");
        Stream.of("at", "every").forEach(field -> strings(when.addObject().putArray("required"), List.of(field)));
        ArrayNode where = rules.addObject().putArray("oneOf");
        Stream.of("link", "process").forEach(what -> {
            ObjectNode both = where.addObject();
            property(both, "pick").put("$ref", "#/$defs/" + what + "Pick");
            property(both, "do").put("$ref", "#/$defs/" + what + "Fault");
        });
        ObjectNode momentary = rules.addObject();
        strings(
                property(momentary.putObject("if"), "do").putArray("enum"),
                names(FaultKinds.all().stream().filter(kind -> kind.effect().isMomentary())));
        momentary.putObject("then").putObject("properties").put("heal-after", false);
        return fault;
    }

    private static List<String> names(Stream<FaultKind<?>> kinds) {
        return kinds.map(FaultKind::name).toList();
    }

    private static ObjectNode linkPick() {
        ObjectNode pick = JSON.createObjectNode();
        ArrayNode forms = pick.putArray("oneOf");
        strings(
                forms.addObject().putArray("enum"),
                Arrays.stream(LinkPick.values()).map(LinkPick::words).toList());
        forms.addObject().put("$ref", "#/$defs/link");
        listOf(forms, "link");
        return pick;
    }

    private static ObjectNode processPick() {
        ObjectNode pick = JSON.createObjectNode();
        ArrayNode forms = pick.putArray("anyOf");
        strings(
                forms.addObject().putArray("enum"),
                Arrays.stream(ProcessPick.values()).map(ProcessPick::words).toList());
        forms.addObject().put("$ref", "#/$defs/node");
        listOf(forms, "node");
        return pick;
    }

    private static void listOf(ArrayNode forms, String part) {
        forms.addObject()
                .put("type", "array")
                .put("minItems", 1)
                .put("uniqueItems", true)
                .putObject("items")
                .put("$ref", "#/$defs/" + part);
    }

    private static ObjectNode faults(List<FaultKind<?>> kinds) {
        ObjectNode fault = JSON.createObjectNode();
        ArrayNode forms = fault.putArray("oneOf");
        for (FaultKind<?> kind : kinds) {
            ObjectNode form = forms.addObject();
            String example = kind.example().orElse("");
            String words = kind.parse(example).words();
            if (kind.example().isEmpty()) {
                form.put("const", kind.name()).put("description", words);
            } else {
                form.setAll(
                        object("Such as {%s: %s}: %s".formatted(kind.name(), example, words), List.of(kind.name())));
                strings(form.putArray("required"), List.of(kind.name()));
                value(property(form, kind.name()), kind, example);
            }
        }
        return fault;
    }

    private static void value(ObjectNode value, FaultKind<?> kind, String example) {
        Parameter.Amount first = (Parameter.Amount) kind.parameters().get(0);
        if (first.quantity() == Quantity.COUNT) {
            value.put("type", "integer")
                    .put("minimum", (long) first.min())
                    .put("maximum", (long) first.max())
                    .put("default", Long.parseLong(example));
            return;
        }
        String number = number(first.quantity(), first.min() < 0);
        String text = kind.parameters().size() == 1
                ? number
                : number + "(\\s*(±|\\+-|\\+/-)\\s*" + number + "(\\s+(normal|uniform|pareto))?)?";
        value.put("type", "string").put("pattern", pattern(text)).put("default", example);
        value.put(
                "description",
                "From %s to %s"
                        .formatted(
                                first.quantity().text(first.min()),
                                first.quantity().text(first.max())));
    }

    /** Returns whether a number is beyond its bounds cannot be said by a pattern, but for its sign and for shares. */
    private static String number(Quantity quantity, boolean mayBeNegative) {
        String units = quantity.units().stream().collect(Collectors.joining("|", "\\s?(", ")"));
        if (quantity == Quantity.SHARE) {
            return "\\+?0*(100(\\.0+)?|[0-9]{1,2}(\\.[0-9]{1,40})?)" + units;
        }
        return (mayBeNegative ? "[+-]?" : "\\+?") + DIGITS + units;
    }

    private static String pattern(String text) {
        return "^\\s*" + text + "\\s*$";
    }

    private static ObjectNode object(String description, List<String> fields) {
        ObjectNode object = SchemaParts.object(description);
        fields.forEach(field -> property(object, field));
        return object;
    }

    private static ObjectNode property(ObjectNode object, String field) {
        return object.withObject("/properties").withObject("/" + field);
    }

    private static void strings(ArrayNode array, Collection<String> strings) {
        strings.forEach(array::add);
    }
}
