package sosad.app.viewmodel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import sosad.app.history.Fate;
import sosad.app.history.Moment;
import sosad.app.history.NodeState;
import sosad.model.Key;
import sosad.model.Version;

/** A cluster at a moment in one line. */
public final class ClusterSummary {
    private ClusterSummary() {}

    /** Such as "3 nodes up · 1 message in flight · 0 of 4 entries on every node". */
    public static String of(Moment moment) {
        List<String> parts = new ArrayList<>();
        parts.add(nodes(moment));
        parts.add(Counted.of(count(moment, Fate.IN_FLIGHT), "message") + " in flight");
        addIfAny(parts, count(moment, Fate.HELD), "held");
        addIfAny(parts, count(moment, Fate.WAITING), "waiting");
        parts.add(spread(moment));
        return String.join(" · ", parts);
    }

    private static void addIfAny(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    private static String nodes(Moment moment) {
        int all = moment.nodes().size();
        long up = moment.nodes().stream()
                .filter(node -> node.status() == NodeState.Status.UP)
                .count();
        return up == all ? Counted.of(all, "node") + " up" : "%d of %d nodes up".formatted(up, all);
    }

    private static int count(Moment moment, Fate fate) {
        return (int) moment.messages().stream()
                .filter(message -> message.fate() == fate)
                .count();
    }

    /** On how many keys all live nodes agree with the newest version. */
    private static String spread(Moment moment) {
        Map<Key, Version> newest = Matrix.newest(moment);
        if (newest.isEmpty()) {
            return "nothing stored yet";
        }
        List<NodeState> live = moment.nodes().stream().filter(NodeState::isLive).toList();
        Map<Key, Integer> holders = new java.util.HashMap<>();
        for (NodeState node : live) {
            node.entries().stream()
                    .filter(entry -> entry.version().equals(newest.get(entry.key())))
                    .forEach(entry -> holders.merge(entry.key(), 1, Integer::sum));
        }
        long everywhere = holders.values().stream()
                .filter(holding -> holding == live.size())
                .count();
        return "%,d of %,d %s on every node"
                .formatted(everywhere, newest.size(), newest.size() == 1 ? "entry" : "entries");
    }
}
