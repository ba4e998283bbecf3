package sosad.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;
import sosad.protocol.EnumNames;

/** Writes JSON objects as UTF-8, with Jackson's streaming generator. */
final class JsonText {
    private final JsonGenerator json;

    private JsonText(JsonGenerator json) {
        this.json = json;
    }

    /** Writes the fields of an object. */
    interface Form<T> {
        void write(JsonText json, T value) throws IOException;
    }

    static <T> byte[] of(T value, Form<T> form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = JsonObject.FACTORY.createGenerator(out)) {
            generator.writeStartObject();
            form.write(new JsonText(generator), value);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
        return out.toByteArray();
    }

    JsonText text(String field, Object text) throws IOException {
        json.writeStringField(field, text.toString());
        return this;
    }

    /** The word of a switch's constant. */
    JsonText textIfAny(String field, Optional<?> text) throws IOException {
        return text.isPresent() ? text(field, text.get()) : this;
    }

    JsonText textsIfAny(String field, Optional<? extends Collection<?>> texts) throws IOException {
        return texts.isPresent() ? texts(field, texts.get()) : this;
    }

    JsonText word(String field, Enum<?> constant) throws IOException {
        return text(field, EnumNames.of(constant));
    }

    JsonText number(String field, long number) throws IOException {
        json.writeNumberField(field, number);
        return this;
    }

    JsonText flag(String field, boolean flag) throws IOException {
        json.writeBooleanField(field, flag);
        return this;
    }

    <T> JsonText object(String field, T value, Form<T> form) throws IOException {
        json.writeObjectFieldStart(field);
        form.write(this, value);
        json.writeEndObject();
        return this;
    }

    <T> JsonText objectIfAny(String field, Optional<T> value, Form<T> form) throws IOException {
        return value.isPresent() ? object(field, value.get(), form) : this;
    }

    JsonText numberIfAny(String field, Optional<? extends Number> number) throws IOException {
        return number.isPresent() ? number(field, number.get().longValue()) : this;
    }

    <T> JsonText objects(String field, Collection<T> values, Form<T> form) throws IOException {
        json.writeArrayFieldStart(field);
        for (T value : values) {
            json.writeStartObject();
            form.write(this, value);
            json.writeEndObject();
        }
        json.writeEndArray();
        return this;
    }

    JsonText texts(String field, Collection<?> texts) throws IOException {
        json.writeArrayFieldStart(field);
        for (Object text : texts) {
            json.writeString(text.toString());
        }
        json.writeEndArray();
        return this;
    }
}
