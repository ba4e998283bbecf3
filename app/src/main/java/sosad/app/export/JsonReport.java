package sosad.app.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import sosad.protocol.Words;

/** A report as JSON, in the form that {@code docs/scenarios.md} shows. */
final class JsonReport {
    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private JsonReport(JsonGenerator out) {
        this.out = out;
    }

    static String text(RunReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            new JsonReport(out).report(report);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read or written but memory
        }
        return text + "\n";
    }

    /** Writes one item of a list. */
    private interface Item<T> {
        void write(T item) throws IOException;
    }

    private <T> void list(String name, List<T> items, Item<T> writer) throws IOException {
        out.writeArrayFieldStart(name);
        for (T item : items) {
            writer.write(item);
        }
        out.writeEndArray();
    }

    private void report(RunReport report) throws IOException {
        out.writeStartObject();
        out.writeStringField("scenario", report.scenario());
        list("steps", report.steps(), this::step);
        out.writeEndObject();
    }

    private void step(StepReport step) throws IOException {
        out.writeStartObject();
        out.writeNumberField("time", step.time());
        out.writeStringField("title", step.title().orElse(null));
        list("rows", step.rows(), this::row);
        list("messages", step.messages(), this::message);
        list("failures", step.failures(), out::writeString);
        list("expectations", step.expectations(), this::expectation);
        out.writeEndObject();
    }

    private void row(TableRow row) throws IOException {
        out.writeStartObject();
        out.writeStringField("server", row.server().name());
        out.writeStringField("key", row.key());
        out.writeStringField("value", row.value().orElse(null));
        out.writeEndObject();
    }

    private void message(MessageReport message) throws IOException {
        out.writeStartObject();
        out.writeStringField("from", message.from().name());
        out.writeStringField("to", message.to().name());
        out.writeStringField("kind", Words.of(message.kind()));
        out.writeNumberField("now", message.now());
        out.writeNumberField("prev", message.prev());
        list("changes", message.changes(), out::writeString);
        out.writeStringField("fate", Words.of(message.fate()));
        out.writeEndObject();
    }

    private void expectation(ExpectationReport expectation) throws IOException {
        out.writeStartObject();
        out.writeStringField("expect", expectation.expect());
        out.writeBooleanField("met", expectation.met());
        out.writeEndObject();
    }
}
