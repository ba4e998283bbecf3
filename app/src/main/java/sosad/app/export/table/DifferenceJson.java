package sosad.app.export.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import sosad.app.history.NodeState;
import sosad.app.lab.RunDifference;
import sosad.app.lab.step.Input;
import sosad.app.lab.step.RunRecord;
import sosad.app.scenario.ScenarioJson;
import sosad.app.scenario.ScenarioWriter;
import sosad.app.yaml.YamlJson;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;

/**
 * The evidence of a repetition that differs, as JSON in the form that {@code docs/branches.md} shows: what was done,
 * and the tables of the nodes that differ, as they were recorded and as they were found.
 */
public final class DifferenceJson {
    private DifferenceJson() {}

    /** Returns the text of the file. */
    public static String text(RunDifference difference) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("difference", difference.sentence())
                .put("event", difference.recorded().index())
                .put("time", difference.recorded().time());
        ArrayNode nodes = json.putArray("nodes");
        for (NodeId node : difference.nodes()) {
            ObjectNode both = nodes.addObject().put("node", node.name());
            put(both.putObject("recorded"), difference.recorded().node(node));
            put(both.putObject("found"), difference.found().node(node));
        }
        ArrayNode inputs = json.putArray("inputs");
        difference.run().inputs().subList(0, difference.inputs()).forEach(done -> put(inputs.addObject(), done));
        json.set("scenario", ScenarioJson.of(difference.run().scenario()));
        return YamlJson.text(json) + "\n";
    }

    private static void put(ObjectNode json, NodeState node) {
        json.put("status", EnumNames.of(node.status())).put("skew", node.skew());
        ObjectNode rows = json.putObject("rows");
        node.rows().forEach((peer, row) -> rows.putObject(peer.name())
                .put("now", row.now())
                .put("prev", row.prev())
                .put("mark", row.mark()));
        ArrayNode entries = json.putArray("entries");
        for (Entry entry : node.entries()) {
            entries.addObject()
                    .put("key", entry.key().text())
                    .put("value", entry.value().map(Value::text).orElse(null))
                    .put("timestamp", entry.timestamp())
                    .put("origin", entry.version().origin().name());
        }
    }

    private static void put(ObjectNode json, RunRecord.Done done) {
        json.put("until", done.after().index());
        Input input = done.input();
        if (input instanceof Input.StepCommand command) {
            json.put("input", EnumNames.of(command));
        } else if (input instanceof Input.BeginPart part) {
            json.put("input", "begin-part").put("actions", part.actions());
        } else if (input instanceof Input.Act act) {
            json.put("input", "act").put("do", ScenarioWriter.line(act.action()));
        } else if (input instanceof Input.Handle handle) {
            json.put("input", EnumNames.of(handle.action().kind())).put("message", handle.message());
        } else if (input instanceof Input.OutsideWrite outside) {
            json.put("input", "outside-write").put("do", ScenarioWriter.line(outside.write()));
        } else if (input instanceof Input.Death death) {
            json.put("input", "death").put("node", death.node().name());
        }
    }
}
