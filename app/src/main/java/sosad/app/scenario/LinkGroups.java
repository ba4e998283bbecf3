package sosad.app.scenario;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import sosad.model.Link;
import sosad.model.NodeId;

/** Finds the groups of nodes between which some links are all the links there are. */
final class LinkGroups {
    private LinkGroups() {}

    /** The groups in order; empty if {@code links} are not all links, both ways, between any groups. */
    static Optional<List<Set<NodeId>>> of(Collection<Link> links) {
        Map<NodeId, Set<NodeId>> reached = new TreeMap<>();
        for (Link link : links) {
            reached.computeIfAbsent(link.from(), from -> new TreeSet<>()).add(link.to());
            reached.computeIfAbsent(link.to(), to -> new TreeSet<>());
        }
        List<Set<NodeId>> groups = new ArrayList<>();
        Set<NodeId> grouped = new TreeSet<>();
        for (NodeId node : reached.keySet()) {
            if (!grouped.contains(node)) {
                Set<NodeId> group = new TreeSet<>(reached.keySet());
                group.removeAll(reached.get(node));
                groups.add(group);
                grouped.addAll(group);
            }
        }
        return areWholly(groups, reached) ? Optional.of(groups) : Optional.empty();
    }

    private static boolean areWholly(List<Set<NodeId>> groups, Map<NodeId, Set<NodeId>> reached) {
        for (Set<NodeId> group : groups) {
            Set<NodeId> others = new TreeSet<>(reached.keySet());
            others.removeAll(group);
            if (!group.stream().allMatch(node -> reached.get(node).equals(others))) {
                return false;
            }
        }
        return groups.size() > 1;
    }
}
