package sosad.app.scenario;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.model.NodeId;

/** Reads what a push or a sync does to its own messages. */
record FatesReader(NodeNames names) {
    static final List<String> FIELDS = List.of("lose", "hold", "delay", "corrupt", "duplicate");

    Fates read(YamlFields fields) {
        return new Fates(
                nodes(fields, "lose"),
                nodes(fields, "hold"),
                fields.optional("delay").map(this::delay).orElseGet(Map::of),
                nodes(fields, "corrupt"),
                nodes(fields, "duplicate"));
    }

    private Set<NodeId> nodes(YamlFields fields, String name) {
        return fields.optional(name)
                .map(names::list)
                .<Set<NodeId>>map(HashSet::new)
                .orElseGet(Set::of);
    }

    /** The number of steps, by destination: {@code {A: 2}}. */
    private Map<NodeId, Integer> delay(YamlValue field) {
        YamlFields steps = field.fields(names.nodes().stream().map(NodeId::name).toList());
        Map<NodeId, Integer> delay = new TreeMap<>();
        for (String node : steps.names()) {
            delay.put(new NodeId(node), RuleReader.steps(steps.required(node)));
        }
        return delay;
    }
}
