package sosad.app.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload.Tally;
import sosad.model.NodeId;
import sosad.protocol.EnumNames;

/** The result of a trial as JSON, in the form that {@code docs/fault-plans.md} shows. */
public final class TrialJson {
    private static final JsonFactory JSON = new JsonFactory();
    private static final int MAX_SHOWN = 1_000;

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
        out.writeStringField("verdict", EnumNames.of(result.verdict()));
        list("why", result.faults(), out);
        out.writeStringField("content", EnumNames.of(result.content()));
        out.writeObjectFieldStart("faults");
        for (Map.Entry<String, Long> kind : result.injected().entrySet()) {
            out.writeNumberField(kind.getKey(), kind.getValue());
        }
        out.writeEndObject();
        out.writeNumberField("faultsNotDone", result.notDone());
        out.writeNumberField("faultsBeyondTheEnd", result.beyond());
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
        outlook(result, out);
        absences(result, out);
        out.writeNumberField("forgottenEntries", result.forgotten().size());
        list("forgotten", result.forgotten(), out);
        list("foreign", result.foreign(), out);
        out.writeEndObject();
    }

    private static void outlook(TrialResult result, JsonGenerator out) throws IOException {
        Outlook outlook = result.outlook().orElse(Outlook.NOTHING);
        out.writeNumberField("unhealedKeys", outlook.unhealed().size());
        list("unhealed", outlook.unhealed(), out);
        out.writeNumberField("keysApart", outlook.apart().size());
        out.writeArrayFieldStart("apart");
        for (Outlook.Apart key : first(outlook.apart())) {
            out.writeStartObject();
            out.writeStringField("key", key.words());
            list("healedBy", key.healers().stream().map(EnumNames::of).toList(), out);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeNumberField("owedPushes", result.owedPushes());
    }

    private static void absences(TrialResult result, JsonGenerator out) throws IOException {
        Absences absences = result.absences();
        out.writeNumberField("missingWrites", absences.total());
        list("missing", first(absences.all()).stream().map(MissingWrite::words).toList(), out);
        boolean allowed =
                absences.total() > 0 && absences.lost().isEmpty() && result.verdict() == TrialResult.Verdict.GOOD;
        out.writeStringField("lossAllowed", allowed ? "emptied stores and the content rule explain it" : null);
        writes("lost", absences.lost(), out);
        writes("gone", absences.gone(), out);
        writes("partly", absences.partly(), out);
        out.writeObjectFieldStart("missingByNode");
        for (Map.Entry<NodeId, Integer> node : absences.byNode().entrySet()) {
            out.writeNumberField(node.getKey().name(), node.getValue());
        }
        out.writeEndObject();
    }

    private static void writes(String name, List<MissingWrite> writes, JsonGenerator out) throws IOException {
        out.writeNumberField(name + "Writes", writes.size());
        list(name, first(writes).stream().map(MissingWrite::words).toList(), out);
    }

    private static void messages(TrialResult result, JsonGenerator out) throws IOException {
        LinkCounts messages = result.messages();
        out.writeObjectFieldStart("messages");
        out.writeNumberField("sent", messages.sent());
        out.writeNumberField("passed", messages.passed());
        out.writeNumberField("lost", messages.lost());
        out.writeNumberField("duplicated", messages.duplicated());
        out.writeNumberField("corrupted", messages.corrupted());
        out.writeNumberField("underWay", messages.underWay());
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
        for (String item : first(items)) {
            out.writeString(item);
        }
        out.writeEndArray();
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(items.size(), MAX_SHOWN));
    }
}
