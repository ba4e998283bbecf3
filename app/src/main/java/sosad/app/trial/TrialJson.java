package sosad.app.trial;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.Tally;

/** The result of a trial as JSON, in the form that {@code docs/fault-plans.md} shows. */
public final class TrialJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MOST_SHOWN = 100;

    private TrialJson() {}

    /** The text, ending with a line break. */
    public static String of(TrialResult result) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(result, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read or written but memory
        }
        return text + "\n";
    }

    private static void write(TrialResult result, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("plan", result.plan());
        out.writeNumberField("seed", result.seed());
        out.writeBooleanField("good", result.isGood());
        out.writeObjectFieldStart("faults");
        for (Map.Entry<String, Long> kind : result.struck().entrySet()) {
            out.writeNumberField(kind.getKey(), kind.getValue());
        }
        out.writeEndObject();
        out.writeNumberField("faultsNotDone", result.notDone());
        messages(result, out);
        writes(result.tally(), out);
        if (result.convergedAfterMillis().isPresent()) {
            out.writeNumberField(
                    "convergedAfterMillis", result.convergedAfterMillis().getAsLong());
        } else {
            out.writeNullField("convergedAfterMillis");
        }
        out.writeNumberField("entries", result.entries());
        out.writeNumberField("differentKeys", result.agreement().different());
        list("different", result.agreement().examples(), out);
        out.writeNumberField("missingWrites", result.missing().size());
        list("missing", result.missing(), out);
        out.writeStringField("lossAllowed", result.lossAllowed().isEmpty() ? null : result.lossAllowed());
        list("foreign", result.foreign(), out);
        out.writeEndObject();
    }

    private static void messages(TrialResult result, JsonGenerator out) throws IOException {
        LinkCounts messages = result.messages();
        out.writeObjectFieldStart("messages");
        out.writeNumberField("sent", messages.sent());
        out.writeNumberField("passed", messages.passed());
        out.writeNumberField("lost", messages.lost());
        out.writeNumberField("duplicated", messages.duplicated());
        out.writeNumberField("corrupted", messages.corrupted());
        out.writeNumberField("refused", result.refusedFrames());
        out.writeEndObject();
    }

    private static void writes(Tally tally, JsonGenerator out) throws IOException {
        out.writeObjectFieldStart("writes");
        out.writeNumberField("acknowledged", tally.acknowledged());
        out.writeNumberField("refused", tally.refused());
        out.writeNumberField("unanswered", tally.unanswered());
        out.writeEndObject();
        out.writeNumberField("reads", tally.reads());
    }

    private static void list(String name, List<String> items, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(name);
        for (String item : items.subList(0, Math.min(items.size(), MOST_SHOWN))) {
            out.writeString(item);
        }
        out.writeEndArray();
    }
}
