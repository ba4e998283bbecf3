package sosad.app.scenario;

import static sosad.model.PlainFormat.format;

import java.util.List;
import sosad.app.yaml.NearestWord;
import sosad.app.yaml.Quoted;
import sosad.app.yaml.YamlValue;
import sosad.model.NodeId;

/**
 * Reads the names of a cluster's nodes.
 *
 * @param nodes the nodes that there are
 */
public record NodeNames(List<NodeId> nodes) {
    /** A name that is new to the cluster, in the list that says which nodes it has. */
    static NodeId declared(YamlValue field) {
        String name = field.text();
        if (!NodeId.isValid(name)) {
            throw field.error(format(
                    "%s is not a node name; write a letter, then at most %d letters or digits",
                    Quoted.of(name), NodeId.MAX_LENGTH - 1));
        }
        return new NodeId(name);
    }

    /** One of these names. */
    public NodeId node(YamlValue field) {
        return named("node", field);
    }

    /** One of these names, where they are those of gateways. */
    NodeId gateway(YamlValue field) {
        return named("gateway", field);
    }

    private NodeId named(String what, YamlValue field) {
        String name = field.text();
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow(() -> {
                    List<String> names = nodes.stream().map(NodeId::name).toList();
                    return field.error(
                            "unknown %s %s; %s".formatted(what, Quoted.of(name), NearestWord.hint(name, names)));
                });
    }

    /** A node other than {@code self}. */
    NodeId peer(NodeId self, YamlValue field) {
        NodeId node = node(field);
        if (node.equals(self)) {
            throw field.error("%s cannot be its own peer; name another node".formatted(self));
        }
        return node;
    }

    /** Nodes, none of them twice. */
    List<NodeId> list(YamlValue field) {
        return field.distinct("a node of " + field.name(), this::node);
    }

    /** Nodes other than {@code self}, none of them twice. */
    List<NodeId> peers(NodeId self, YamlValue field) {
        return field.distinct("a node of " + field.name(), item -> peer(self, item));
    }
}
