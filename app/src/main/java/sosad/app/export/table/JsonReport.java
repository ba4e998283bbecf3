package sosad.app.export.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import sosad.app.history.RunEvent;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;
import sosad.protocol.Inquiry;

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
        textIfAny("about", report.about());
        list("steps", report.steps(), this::step);
        out.writeEndObject();
    }

    private void step(StepReport step) throws IOException {
        out.writeStartObject();
        out.writeNumberField("time", step.time());
        out.writeStringField("title", step.title().orElse(null));
        textIfAny("say", step.say());
        list("rows", step.rows(), this::row);
        listIfAny("requests", step.requests(), this::request);
        listIfAny("inquiries", step.inquiries(), this::inquiry);
        list("messages", step.messages(), this::message);
        list("failures", step.failures(), out::writeString);
        list("expectations", step.expectations(), this::expectation);
        out.writeEndObject();
    }

    private void textIfAny(String name, Optional<String> text) throws IOException {
        if (text.isPresent()) {
            out.writeStringField(name, text.get());
        }
    }

    private <T> void listIfAny(String name, List<T> items, Item<T> writer) throws IOException {
        if (!items.isEmpty()) {
            list(name, items, writer);
        }
    }

    private void request(RequestReport request) throws IOException {
        out.writeStartObject();
        out.writeStringField("do", request.what());
        out.writeStringField("at", request.at().name());
        textIfAny("via", request.via().map(NodeId::name));
        out.writeStringField("key", request.key().text());
        out.writeStringField("value", request.value().map(Value::text).orElse(null));
        if (request.timestamp().isPresent()) {
            out.writeNumberField("timestamp", request.timestamp().getAsLong());
            out.writeBooleanField("lost", request.lost());
        }
        out.writeEndObject();
    }

    private void inquiry(RunEvent.Inquired inquired) throws IOException {
        Inquiry inquiry = inquired.inquiry();
        out.writeStartObject();
        out.writeStringField("from", inquiry.from().name());
        out.writeStringField("to", inquiry.to().name());
        out.writeStringField("kind", kind(inquiry));
        out.writeStringField("key", inquiry.key().text());
        Optional<Entry> carried = carried(inquiry);
        if (carried.isPresent()) {
            out.writeStringField("value", carried.get().value().map(Value::text).orElse(null));
            out.writeNumberField("timestamp", carried.get().timestamp());
        }
        out.writeStringField("fate", EnumNames.of(inquired.fate()));
        out.writeEndObject();
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
        out.writeStringField("kind", EnumNames.of(message.kind()));
        out.writeNumberField("now", message.now());
        out.writeNumberField("prev", message.prev());
        list("changes", message.changes(), out::writeString);
        out.writeStringField("fate", EnumNames.of(message.fate()));
        out.writeEndObject();
    }

    private void expectation(ExpectationReport expectation) throws IOException {
        out.writeStartObject();
        out.writeStringField("expect", expectation.expect());
        out.writeBooleanField("met", expectation.met());
        if (!expectation.found().isEmpty()) {
            out.writeStringField("found", expectation.found());
        }
        if (expectation.line().isPresent()) {
            out.writeNumberField("line", expectation.line().getAsInt());
        }
        out.writeEndObject();
    }
}
