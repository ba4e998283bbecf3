package sosad.app.measure;

import static sosad.model.ArgumentCheck.refuseIf;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the fields of a JSON object, all of which are needed; what is wrong is named by its field. */
final class JsonFields {
    private static final int MAX_TEXT = 2_000;

    private final JsonNode json;

    /** @throws IllegalArgumentException if it is not an object with so many fields */
    JsonFields(JsonNode json, int count) {
        refuseIf(!json.isObject(), "an object is expected");
        refuseIf(json.size() > count, "%d fields; there are %d", json.size(), count);
        this.json = json;
    }

    JsonNode field(String name) {
        JsonNode field = json.get(name);
        refuseIf(field == null, "\"%s\" is missing", name);
        return field;
    }

    long number(String name) {
        JsonNode field = field(name);
        refuseIf(!field.isIntegralNumber() || !field.canConvertToLong(), "\"%s\" is not a whole number", name);
        return field.longValue();
    }

    int integer(String name) {
        long number = number(name);
        refuseIf(number != (int) number, "\"%s\" is %,d", name, number);
        return (int) number;
    }

    String text(String name) {
        JsonNode field = field(name);
        refuseIf(!field.isTextual() || field.textValue().length() > MAX_TEXT, "\"%s\" is not a short text", name);
        return field.textValue();
    }

    JsonNode list(String name, int most) {
        JsonNode field = field(name);
        refuseIf(!field.isArray(), "\"%s\" is not a list", name);
        refuseIf(field.size() > most, "\"%s\" has %,d elements; at most %,d are read", name, field.size(), most);
        return field;
    }
}
