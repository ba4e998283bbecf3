package sosad.app.export.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import sosad.app.history.History;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;

/**
 * All that happened at nodes in a run, in order; copies of a message that were set apart have the number it was sent
 * under.
 */
final class NodeEvents {
    private final Map<Long, Long> originals = new HashMap<>();
    private final List<Placed> events = new ArrayList<>();
    private long inquiries;

    /**
     * An event and its place.
     *
     * @param moment the snapshot it led to
     */
    record Placed(Snapshot moment, NodeEvent event) {}

    private NodeEvents() {}

    static List<Placed> of(History history) {
        NodeEvents all = new NodeEvents();
        history.snapshots().forEach(all::add);
        return all.events;
    }

    private void add(Snapshot moment) {
        RunEvent what = moment.what();
        if (what instanceof RunEvent.Split split) {
            originals.put(split.copy().id(), original(split.message().id()));
        }
        List<NodeEvent> some = what instanceof RunEvent.Inquired inquired
                ? NodeEvent.of(inquired, -(++inquiries))
                : NodeEvent.of(what);
        some.forEach(event -> events.add(new Placed(moment, sentFirst(event))));
    }

    private long original(long message) {
        return originals.getOrDefault(message, message);
    }

    private NodeEvent sentFirst(NodeEvent event) {
        return event.receives().isEmpty()
                ? event
                : new NodeEvent(
                        event.host(),
                        event.text(),
                        event.sends(),
                        OptionalLong.of(original(event.receives().getAsLong())));
    }
}
