package sosad.app.scenario;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.message.Launch.StoreKind;
import sosad.model.NodeId;
import sosad.protocol.Rules;
import sosad.protocol.Rules.Content;
import sosad.protocol.Rules.Schedule;
import sosad.protocol.Rules.Timestamps;

/** Reads a scenario's {@code cluster}. */
final class ClusterReader {
    private static final List<String> FIELDS =
            List.of("nodes", "start-time", "content", "timestamps", "schedule", "store", "gateways");

    private ClusterReader() {}

    static ClusterPlan read(YamlValue cluster) {
        YamlFields fields = cluster.fields(FIELDS);
        List<NodeId> nodes = nodes(fields.required("nodes"));
        long startTime = fields.number("start-time", -Bounds.MAX_TIME, Bounds.MAX_TIME - 1, 1);
        Content content = fields.word("content", Content.REMOTE_NOW);
        Timestamps timestamps = fields.word("timestamps", Timestamps.PER_KEY);
        Schedule schedule = fields.word("schedule", Schedule.TOGETHER);
        StoreKind store = fields.word("store", StoreKind.MEMORY);
        int gateways = (int) fields.number("gateways", 0, ClusterPlan.MAX_GATEWAYS, 0);
        Rules rules = rules(content, timestamps, schedule, startTime, fields);
        return withoutClash(new ClusterPlan(nodes, rules, store, gateways), fields);
    }

    /** A node and a gateway of one name could not be told apart. */
    private static ClusterPlan withoutClash(ClusterPlan plan, YamlFields fields) {
        plan.gatewayNames().stream().filter(plan.nodes()::contains).findFirst().ifPresent(name -> {
            throw fields.required("nodes")
                    .error("%s is the name of a gateway; choose another name for the node".formatted(name));
        });
        return plan;
    }

    private static List<NodeId> nodes(YamlValue field) {
        List<NodeId> nodes = field.distinct("a node of nodes", NodeNames::declared);
        if (nodes.isEmpty() || nodes.size() > Bounds.MAX_NODES) {
            throw field.error(format("there are %,d nodes; a lesson has from 1 to %d", nodes.size(), Bounds.MAX_NODES));
        }
        return nodes;
    }

    private static Rules rules(
            Content content, Timestamps timestamps, Schedule schedule, long startTime, YamlFields fields) {
        try {
            return new Rules(content, timestamps, schedule, startTime);
        } catch (IllegalArgumentException e) {
            throw fields.required("timestamps").error(e.getMessage() + "; change one of them");
        }
    }
}
