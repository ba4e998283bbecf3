package sosad.app.compare;

import static sosad.model.ArgumentCheck.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import sosad.app.compare.CompareRow.RowKind;
import sosad.protocol.EnumNames;

/** The figures of one seed as JSON, in the form that {@code docs/compare.md} shows. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** Returns the JSON form. */
    public static ObjectNode write(Comparison comparison) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "least", comparison.least());
        put(json, "writes", comparison.writes());
        put(json, "reads", comparison.reads());
        put(json, "unanswered", comparison.unanswered());
        put(json, "faults", comparison.faults());
        ArrayNode notSimulated = json.putArray("notSimulated");
        comparison.notSimulated().forEach(notSimulated::add);
        ArrayNode rows = json.putArray("rows");
        for (CompareRow row : comparison.rows()) {
            ObjectNode one = rows.addObject().put("name", row.name()).put("kind", EnumNames.of(row.kind()));
            row.figures().forEach((column, figure) -> put(one, column.field(), figure));
        }
        return json;
    }

    /** Whole numbers have no fraction. */
    private static void put(ObjectNode json, String name, double figure) {
        if (figure == Math.rint(figure)) {
            json.put(name, (long) figure);
        } else {
            json.put(name, figure);
        }
    }

    /**
     * Reads the JSON form.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Comparison read(JsonNode json) {
        List<CompareRow> rows = new ArrayList<>();
        for (JsonNode row : json.path("rows")) {
            rows.add(row(row));
        }
        refuseIf(rows.isEmpty(), "a comparison without rows");
        List<String> notSimulated = new ArrayList<>();
        json.path("notSimulated").forEach(kind -> notSimulated.add(kind.asText()));
        return new Comparison(
                number(json, "least"),
                number(json, "writes"),
                number(json, "reads"),
                number(json, "unanswered"),
                number(json, "faults"),
                notSimulated,
                rows);
    }

    private static CompareRow row(JsonNode json) {
        Map<CompareColumn, Double> figures = new EnumMap<>(CompareColumn.class);
        for (CompareColumn column : CompareColumn.values()) {
            if (json.has(column.field())) {
                figures.put(column, number(json, column.field()));
            }
        }
        String kind = json.path("kind").asText();
        return new CompareRow(
                json.path("name").asText(),
                EnumNames.parse(RowKind.class, kind)
                        .orElseThrow(() -> new IllegalArgumentException("a row of the kind \"%s\"".formatted(kind))),
                figures);
    }

    private static double number(JsonNode json, String name) {
        JsonNode number = json.path(name);
        refuseIf(!number.isNumber(), "\"%s\" is no number", name);
        return number.doubleValue();
    }
}
