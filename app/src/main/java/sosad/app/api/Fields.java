package sosad.app.api;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;

/**
 * The fields of a JSON object, each taken by name and type; {@link #end} refuses what nobody took. What does not fit is
 * a {@link ApiError} that names the field.
 */
final class Fields {
    private final String path;
    private final JsonNode object;
    private final Set<String> known = new TreeSet<>();

    private Fields(String path, JsonNode object) {
        this.path = path;
        this.object = object;
    }

    /** The fields of a request's body. */
    static Fields of(byte[] body) {
        JsonNode json = Json.read(body);
        if (!json.isObject()) {
            throw new ApiError(ApiError.BAD_REQUEST, "the body must be a JSON object");
        }
        return new Fields("", json);
    }

    /** The full name of a field, such as {@code attributes.latency}. */
    String name(String field) {
        return path + field;
    }

    ApiError refused(String field, String why) {
        return ApiError.ofField(name(field), name(field) + " " + why);
    }

    private Optional<JsonNode> find(String field, Predicate<JsonNode> fits, String type) {
        known.add(field);
        JsonNode value = object.get(field);
        if (value == null || value.isNull()) {
            return Optional.empty();
        }
        if (!fits.test(value)) {
            throw refused(field, "must be " + type);
        }
        return Optional.of(value);
    }

    /** A field that must be there. */
    <T> T required(String field, Function<String, Optional<T>> find) {
        return find.apply(field).orElseThrow(() -> refused(field, "is missing"));
    }

    Optional<String> text(String field) {
        return find(field, JsonNode::isTextual, "a text").map(JsonNode::textValue);
    }

    /** One of these words. */
    Optional<String> word(String field, Collection<String> words) {
        Optional<String> word = text(field);
        word.filter(one -> !words.contains(one)).ifPresent(wrong -> {
            throw refused(field, "is %s; %s".formatted(Quoted.of(wrong), NearestWord.hint(wrong, words)));
        });
        return word;
    }

    Optional<Boolean> flag(String field) {
        return find(field, JsonNode::isBoolean, "true or false").map(JsonNode::booleanValue);
    }

    Optional<Double> number(String field, double least, double most) {
        Optional<Double> number = find(field, JsonNode::isNumber, "a number").map(JsonNode::doubleValue);
        number.filter(one -> !(one >= least && one <= most)).ifPresent(wrong -> {
            throw refused(field, "is %s; it must be from %s to %s".formatted(plain(wrong), plain(least), plain(most)));
        });
        return number;
    }

    private static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    Optional<Long> whole(String field, long least, long most) {
        Optional<JsonNode> number =
                find(field, value -> value.isIntegralNumber() && value.canConvertToLong(), "a whole number");
        number.map(JsonNode::longValue).filter(one -> one < least || one > most).ifPresent(wrong -> {
            throw refused(field, format("is %d; it must be from %d to %d", wrong, least, most));
        });
        return number.map(JsonNode::longValue);
    }

    /** Returns a list of 1 to {@code most} texts. */
    Optional<List<String>> texts(String field, int most) {
        return find(field, JsonNode::isArray, "a list of texts").map(list -> {
            List<String> texts = new ArrayList<>();
            list.forEach(one -> texts.add(one.textValue()));
            if (texts.isEmpty() || texts.size() > most || texts.contains(null)) {
                throw refused(field, format("must be a list of 1 to %d texts", most));
            }
            return texts;
        });
    }

    /** An object within this one; an empty one if it is not there. */
    Fields child(String field) {
        JsonNode there = find(field, JsonNode::isObject, "an object").orElseGet(Json::object);
        return new Fields(name(field) + ".", there);
    }

    /** @throws ApiError if there is an unknown field */
    void end() {
        object.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                String what = known.isEmpty() ? "there are no fields here" : NearestWord.hint(field, known);
                throw ApiError.ofField(name(field), "unknown field %s; %s".formatted(Quoted.of(name(field)), what));
            }
        });
    }
}
