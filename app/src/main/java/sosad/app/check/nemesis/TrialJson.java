package sosad.app.check.nemesis;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import sosad.app.check.Absences;
import sosad.app.check.Outlook;
import sosad.app.fabric.LinkCounts;
import sosad.app.load.MissingWrite;
import sosad.app.load.Workload.Tally;
import sosad.protocol.EnumNames;

/** The result of a trial as JSON, in the form that {@code docs/fault-plans.md} shows. */
public final class TrialJson {
    private static final int MAX_SHOWN = 1_000;

    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    private TrialJson() {}

    /** The text, ending with a line break. */
    public static String of(TrialResult result) {
        return json(result) + "\n";
    }

    static ObjectNode json(TrialResult result) {
        TrialJson form = new TrialJson();
        form.write(result);
        return form.json;
    }

    private void write(TrialResult result) {
        json.put("plan", result.plan());
        json.put("seed", result.seed());
        json.put("good", result.isGood());
        json.put("verdict", EnumNames.of(result.verdict()));
        list(json, "why", result.faults());
        json.put("content", EnumNames.of(result.content()));
        ObjectNode faults = json.putObject("faults");
        result.injected().forEach(faults::put);
        json.put("faultsNotDone", result.notDone());
        json.put("faultsBeyondTheEnd", result.beyond());
        LinkCounts messages = result.messages();
        json.putObject("messages")
                .put("sent", messages.sent())
                .put("passed", messages.passed())
                .put("lost", messages.lost())
                .put("duplicated", messages.duplicated())
                .put("corrupted", messages.corrupted())
                .put("underWay", messages.underWay())
                .put("refused", result.refusedFrames());
        Tally tally = result.tally();
        json.putObject("writes")
                .put("acknowledged", tally.acknowledged())
                .put("refused", tally.refused())
                .put("unanswered", tally.unanswered());
        json.put("reads", tally.reads());
        json.putNull("convergedAfterMillis");
        result.convergedAfterMillis().ifPresent(millis -> json.put("convergedAfterMillis", millis));
        json.put("entries", result.entries());
        json.put("differentKeys", result.agreement().different());
        list(json, "different", result.agreement().examples());
        outlook(result);
        absences(result);
        json.put("forgottenEntries", result.forgotten().size());
        list(json, "forgotten", result.forgotten());
        list(json, "foreign", result.foreign());
    }

    private void outlook(TrialResult result) {
        Outlook outlook = result.outlook().orElse(Outlook.NOTHING);
        json.put("unhealedKeys", outlook.unhealed().size());
        list(json, "unhealed", outlook.unhealed());
        json.put("keysApart", outlook.apart().size());
        ArrayNode apart = json.putArray("apart");
        for (Outlook.Apart key : first(outlook.apart())) {
            ObjectNode one = apart.addObject().put("key", key.words());
            list(one, "healedBy", key.healers().stream().map(EnumNames::of).toList());
        }
        json.put("owedPushes", result.owedPushes());
    }

    private void absences(TrialResult result) {
        Absences absences = result.absences();
        json.put("missingWrites", absences.total());
        list(
                json,
                "missing",
                first(absences.all()).stream().map(MissingWrite::words).toList());
        boolean allowed =
                absences.total() > 0 && absences.lost().isEmpty() && result.verdict() == TrialResult.Verdict.GOOD;
        json.put("lossAllowed", allowed ? "emptied stores and the content rule explain it" : null);
        writes("lost", absences.lost());
        writes("gone", absences.gone());
        writes("partly", absences.partly());
        ObjectNode byNode = json.putObject("missingByNode");
        absences.byNode().forEach((node, missing) -> byNode.put(node.name(), missing));
    }

    private void writes(String name, List<MissingWrite> writes) {
        json.put(name + "Writes", writes.size());
        list(json, name, first(writes).stream().map(MissingWrite::words).toList());
    }

    private static void list(ObjectNode owner, String name, List<String> items) {
        ArrayNode list = owner.putArray(name);
        first(items).forEach(list::add);
    }

    private static <T> List<T> first(List<T> items) {
        return items.subList(0, Math.min(items.size(), MAX_SHOWN));
    }
}
