package sosad.app.export.trace;

import static sosad.model.PlainFormat.format;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import sosad.app.history.History;
import sosad.model.NodeId;

/**
 * A run as a log for ShiViz, in the form that its own parser takes without being told anything: of each event a line
 * that says what happened, and one with its host and its vector clock as JSON. What happens to links and to messages
 * under way happens at no host, and is left out.
 */
public final class ShiVizLog {
    private final Map<NodeId, TreeMap<NodeId, Integer>> clocks = new HashMap<>();
    private final Map<Long, TreeMap<NodeId, Integer>> sent = new HashMap<>();
    private final StringBuilder log = new StringBuilder();

    private ShiVizLog() {}

    /** Returns the text of the log. */
    public static String text(History history) {
        ShiVizLog log = new ShiVizLog();
        NodeEvents.of(history).forEach(placed -> log.add(placed.moment().time(), placed.event()));
        return log.log.toString();
    }

    private void add(long time, NodeEvent event) {
        TreeMap<NodeId, Integer> clock = clocks.computeIfAbsent(event.host(), host -> new TreeMap<>());
        event.receives().ifPresent(message -> sent.getOrDefault(message, new TreeMap<>())
                .forEach((host, count) -> clock.merge(host, count, Math::max)));
        clock.merge(event.host(), 1, Integer::sum);
        event.sends().ifPresent(message -> sent.put(message, new TreeMap<>(clock)));
        log.append(format("T=%d %s\n%s {%s}\n", time, event.text(), event.host(), json(event.host(), clock)));
    }

    /** The host itself comes first. */
    private static String json(NodeId host, TreeMap<NodeId, Integer> clock) {
        return Stream.concat(Stream.of(host), clock.keySet().stream().filter(other -> !other.equals(host)))
                .map(name -> format("\"%s\":%d", name, clock.get(name)))
                .collect(Collectors.joining(", "));
    }
}
