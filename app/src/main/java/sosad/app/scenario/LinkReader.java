package sosad.app.scenario;

import static sosad.model.PlainFormat.format;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sosad.app.yaml.YamlFields;
import sosad.app.yaml.YamlValue;
import sosad.model.Link;
import sosad.model.NodeId;

/** Reads which links an action is about: one ({@code from, to}), or all between groups ({@code between}). */
public final class LinkReader {
    /** The fields of links between groups. */
    public static final List<String> BETWEEN = List.of("between");

    /** The fields of a single link. */
    public static final List<String> ONE_WAY = List.of("from", "to");

    private final NodeNames names;

    /** @param names the nodes that there are */
    public LinkReader(NodeNames names) {
        this.names = names;
    }

    Link link(YamlFields fields) {
        NodeId from = names.node(fields.required("from"));
        return new Link(from, names.peer(from, fields.required("to")));
    }

    /** The links that the fields name, in order. */
    public List<Link> links(YamlFields fields) {
        if (fields.has("between")) {
            fields.only(BETWEEN);
            return between(fields.required("between"));
        }
        return List.of(link(fields));
    }

    private List<Link> between(YamlValue field) {
        Map<NodeId, Integer> groupOf = new HashMap<>();
        List<List<NodeId>> groups = new ArrayList<>();
        field.list("a group of between", group -> groups.add(group(group, groups.size(), groupOf)));
        if (groups.size() < 2) {
            throw field.error(format(
                    "between has %d group%s where two or more are needed; write [[A], [B, C]]",
                    groups.size(), groups.size() == 1 ? "" : "s"));
        }
        return groupOf.keySet().stream()
                .flatMap(from -> groupOf.keySet().stream()
                        .filter(to -> !groupOf.get(from).equals(groupOf.get(to)))
                        .map(to -> new Link(from, to)))
                .sorted()
                .toList();
    }

    private List<NodeId> group(YamlValue group, int index, Map<NodeId, Integer> groupOf) {
        List<NodeId> members = group.list("a node of between", item -> {
            NodeId node = names.node(item);
            if (groupOf.putIfAbsent(node, index) != null) {
                throw item.error("%s stands twice in between; a node is in one group".formatted(node));
            }
            return node;
        });
        if (members.isEmpty()) {
            throw group.error("a group of between is empty; name a node in it or leave it out");
        }
        return members;
    }
}
