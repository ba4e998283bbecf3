package sosad.app.export.trace;

import static sosad.model.PlainFormat.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import sosad.app.export.trace.NodeEvents.Placed;
import sosad.app.history.GatewayState;
import sosad.app.history.History;
import sosad.app.history.NodeState;
import sosad.app.history.RunEvent;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/**
 * A run as a trace in Chrome's JSON, which Perfetto reads, too: a process for each node, a slice for each event, a flow
 * for each delivery. An event takes a millisecond of the trace, whatever T is; the steps stand in a process of their
 * own. What is lost, and why, is an instant at its sender.
 */
public final class ChromeTrace {
    private static final long EVENT_MICROS = 1_000;
    private static final long SLICE_MICROS = 800;

    /** A flow begins within the slice of its sending and ends within that of its arrival. */
    private static final long FLOW_MICROS = 400;

    private static final int STEPS = 1;

    private final ArrayNode events = JsonNodeFactory.instance.arrayNode();
    private final Map<NodeId, Integer> processes = new TreeMap<>();
    private final Map<Long, Placed> sendings = new HashMap<>();
    private final Map<Long, Long> momentsOfSendings = new HashMap<>();
    private long flows;

    private ChromeTrace() {}

    /** Returns the text of the trace. */
    public static String text(String title, History history) {
        ChromeTrace trace = new ChromeTrace();
        trace.processes(history.at(0));
        trace.steps(history);
        NodeEvents.of(history).forEach(trace::add);
        history.snapshots().forEach(trace::loss);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("traceEvents", trace.events);
        json.put("displayTimeUnit", "ms");
        json.putObject("otherData").put("scenario", title).put("program", "SOSAD Lab");
        return json + "\n";
    }

    private void processes(Snapshot start) {
        process(STEPS, "steps");
        start.nodes().stream().map(NodeState::id).forEach(node -> processes.put(node, processes.size() + STEPS + 1));
        start.gateways().stream()
                .map(GatewayState::id)
                .forEach(gateway -> processes.put(gateway, processes.size() + STEPS + 1));
        processes.forEach((node, pid) -> process(pid, node.name()));
    }

    private void process(int pid, String name) {
        event("M", pid, OptionalLong.empty(), "process_name").putObject("args").put("name", name);
        event("M", pid, OptionalLong.empty(), "process_sort_index")
                .putObject("args")
                .put("sort_index", pid);
    }

    private ObjectNode event(String phase, int pid, OptionalLong micros, String name) {
        ObjectNode event = events.addObject()
                .put("name", name)
                .put("ph", phase)
                .put("pid", pid)
                .put("tid", 1);
        micros.ifPresent(at -> event.put("ts", at));
        return event;
    }

    private void steps(History history) {
        Optional<Snapshot> opened = Optional.empty();
        for (Snapshot snapshot : history.snapshots()) {
            if (snapshot.what() instanceof RunEvent.StepOpened) {
                opened.ifPresent(before -> step(before, snapshot.index()));
                opened = Optional.of(snapshot);
            }
        }
        opened.ifPresent(last -> step(last, history.size()));
    }

    private void step(Snapshot opened, int end) {
        String title = ((RunEvent.StepOpened) opened.what())
                .title()
                .map(words -> ", " + words)
                .orElse("");
        long micros = (end - opened.index()) * EVENT_MICROS;
        event("X", STEPS, micros(opened), format("T = %d%s", opened.time(), title))
                .put("cat", "step")
                .put("dur", micros);
    }

    private static OptionalLong micros(Snapshot moment) {
        return OptionalLong.of(moment.index() * EVENT_MICROS);
    }

    private void add(Placed placed) {
        NodeEvent event = placed.event();
        int pid = processes.get(event.host());
        // Both ends of what is asked and answered at once are one event of the run.
        long shift = event.receives().isPresent() && event.receives().getAsLong() < 0 ? SLICE_MICROS / 2 : 0;
        long at = placed.moment().index() * EVENT_MICROS + shift;
        event("X", pid, OptionalLong.of(at), event.text())
                .put("cat", "node")
                .put("dur", SLICE_MICROS / 2)
                .putObject("args")
                .put("T", placed.moment().time())
                .put("event", placed.moment().index());
        event.sends().ifPresent(message -> {
            sendings.put(message, placed);
            momentsOfSendings.put(message, at);
        });
        event.receives().ifPresent(message -> flow(message, pid, at));
    }

    /** A message that arrives twice has two flows. */
    private void flow(long message, int pid, long at) {
        Placed sending = sendings.get(message);
        if (sending == null) {
            return; // it was sent before the trace begins
        }
        flows++;
        OptionalLong begin = OptionalLong.of(momentsOfSendings.get(message) + FLOW_MICROS / 2);
        event("s", processes.get(sending.event().host()), begin, "message")
                .put("cat", "message")
                .put("id", flows);
        event("f", pid, OptionalLong.of(at + FLOW_MICROS / 2), "message")
                .put("cat", "message")
                .put("id", flows)
                .put("bp", "e");
    }

    private void loss(Snapshot moment) {
        MessageEnd.of(moment.what()).ifPresent(end -> event(
                        "i",
                        processes.get(end.message().from()),
                        micros(moment),
                        end.words() + ": " + NodeEvent.words(end.message()) + " to "
                                + end.message().to())
                .put("cat", "loss")
                .put("s", "t")
                .putObject("args")
                .put("why", end.message().why()));
    }
}
