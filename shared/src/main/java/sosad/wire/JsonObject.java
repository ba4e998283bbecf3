package sosad.wire;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import sosad.protocol.EnumNames;

/**
 * A JSON object that is being read strictly: every field is taken once by name and type, and a field that nobody took
 * is refused. Reads with Jackson's streaming parser, which a node has ready in a tenth of the time that data binding
 * takes (docs/decisions/0010).
 */
final class JsonObject {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxStringLength(WireLimits.LINE_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /** The names of the fields' types. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            String.class, "a text", Long.class, "a whole number", Boolean.class, "true or false", List.class, "a list");

    private final String name;
    private final Map<String, Object> fields;

    private JsonObject(String name, Map<String, Object> fields) {
        this.name = name;
        this.fields = fields;
    }

    /** Reads one of the objects that an object holds, or the whole text. */
    interface Form<T> {
        T read(JsonObject object) throws MalformedException;
    }

    /**
     * Reads a text that is one object.
     *
     * @param name what it is called in errors
     * @throws MalformedException if it is none, or not in the form, whatever the bytes
     */
    static <T> T read(byte[] json, String name, Form<T> form) throws MalformedException {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() == null) {
                throw new MalformedException(name + ": it is empty");
            }
            JsonObject object = new JsonObject(name, object(value(parser), name));
            if (parser.nextToken() != null) {
                throw new MalformedException(name + ": there is more after its end");
            }
            return object.whole(form);
        } catch (IOException e) {
            throw new MalformedException(name + ": " + fault(e), e);
        }
    }

    /** Returns what is wrong with a text, and where; the parser's own messages span lines and mention its settings. */
    private static String fault(IOException failure) {
        String what = "this is not JSON, or has a field twice";
        if (failure instanceof JsonEOFException) {
            what = "the text ends too soon";
        } else if (failure instanceof InputCoercionException) {
            what = "a number has more than 64 bits";
        } else if (failure instanceof StreamConstraintsException) {
            what = "a text or a number is too long, or objects and lists are too deep";
        }
        return failure instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? format("%s (byte %d)", what, parsing.getLocation().getByteOffset())
                : what;
    }

    /** A number that stands in a field of a text that is one object, whatever else is wrong with it. */
    static OptionalLong peek(byte[] json, String field) {
        try (JsonParser parser = FACTORY.createParser(json)) {
            parser.nextToken();
            Object number = object(value(parser), field).get(field);
            return number instanceof Long found ? OptionalLong.of(found) : OptionalLong.empty();
        } catch (IOException | MalformedException e) {
            return OptionalLong.empty();
        }
    }

    private <T> T whole(Form<T> form) throws MalformedException {
        try {
            T value = form.read(this);
            if (!fields.isEmpty()) {
                throw new MalformedException("%s: there is no field %s".formatted(name, fields.keySet()));
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw new MalformedException(name + ": " + e.getMessage(), e);
        }
    }

    private static Object value(JsonParser parser) throws IOException, MalformedException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_OBJECT) {
            Map<String, Object> fields = new HashMap<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String field = parser.currentName();
                parser.nextToken();
                fields.put(field, value(parser));
            }
            return fields;
        } else if (token == JsonToken.START_ARRAY) {
            List<Object> items = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return items;
        } else if (token == JsonToken.VALUE_STRING) {
            return parser.getText();
        } else if (token == JsonToken.VALUE_NUMBER_INT) {
            return parser.getLongValue();
        } else if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
            return parser.getBooleanValue();
        }
        throw new MalformedException(parser.getText() + " is neither object, list, text, whole number, true nor false");
    }

    @SuppressWarnings("unchecked") // value() makes no other maps
    private static Map<String, Object> object(Object value, String name) throws MalformedException {
        if (value instanceof Map<?, ?> fields) {
            return (Map<String, Object>) fields;
        }
        throw new MalformedException(name + " is not an object");
    }

    private <T> Optional<T> take(String field, Class<T> type) throws MalformedException {
        Object value = fields.remove(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw new MalformedException("%s: %s is not %s".formatted(name, field, WORDS.get(type)));
        }
        return Optional.of(type.cast(value));
    }

    private <T> T demanded(String field, Optional<T> value) throws MalformedException {
        return value.orElseThrow(() -> new MalformedException("%s: %s is missing".formatted(name, field)));
    }

    Optional<String> textIfAny(String field) throws MalformedException {
        return take(field, String.class);
    }

    String text(String field) throws MalformedException {
        return demanded(field, textIfAny(field));
    }

    Optional<Long> numberIfAny(String field) throws MalformedException {
        return take(field, Long.class);
    }

    long number(String field) throws MalformedException {
        return demanded(field, numberIfAny(field));
    }

    int integer(String field) throws MalformedException {
        long number = number(field);
        if (number != (int) number) {
            throw new MalformedException(format("%s: %s is %d, which is out of range", name, field, number));
        }
        return (int) number;
    }

    Optional<Integer> integerIfAny(String field) throws MalformedException {
        return fields.containsKey(field) ? Optional.of(integer(field)) : Optional.empty();
    }

    boolean flag(String field) throws MalformedException {
        return demanded(field, take(field, Boolean.class));
    }

    <T> T object(String field, Form<T> form) throws MalformedException {
        return new JsonObject(field, object(demanded(field, take(field, Object.class)), field)).whole(form);
    }

    <T> Optional<T> objectIfAny(String field, Form<T> form) throws MalformedException {
        return fields.containsKey(field) ? Optional.of(object(field, form)) : Optional.empty();
    }

    /** The constant of a switch, by its word. */
    <E extends Enum<E>> E word(String field, Class<E> type) throws MalformedException {
        String word = text(field);
        return EnumNames.parse(type, word)
                .orElseThrow(() ->
                        new MalformedException("%s: %s is not one of %s".formatted(field, word, EnumNames.all(type))));
    }

    <T> List<T> objects(String field, Form<T> form) throws MalformedException {
        List<T> read = new ArrayList<>();
        for (Object item : take(field, List.class).orElse(List.of())) {
            read.add(new JsonObject(field, object(item, field)).whole(form));
        }
        return read;
    }

    Optional<List<String>> textsIfAny(String field) throws MalformedException {
        @SuppressWarnings("rawtypes") // value() makes no other lists
        Optional<List> list = take(field, List.class);
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Object item : list.get()) {
            if (!(item instanceof String text)) {
                throw new MalformedException("%s: %s holds something that is not a text".formatted(name, field));
            }
            texts.add(text);
        }
        return Optional.of(texts);
    }

    /** The fields of an object whose names are not fixed, each with a text. */
    Map<String, String> texts(String field) throws MalformedException {
        Map<String, String> texts = new HashMap<>();
        for (Map.Entry<String, Object> entry :
                object(demanded(field, take(field, Object.class)), field).entrySet()) {
            if (!(entry.getValue() instanceof String text)) {
                throw new MalformedException("%s: %s is not a text".formatted(field, entry.getKey()));
            }
            texts.put(entry.getKey(), text);
        }
        return texts;
    }
}
