package sosad.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.OptionalInt;
import sosad.app.fault.Fault;
import sosad.app.fault.ProcessFault;
import sosad.app.history.GatewayState;
import sosad.app.history.NodeState;
import sosad.model.Entry;
import sosad.model.NodeId;
import sosad.model.Value;
import sosad.protocol.EnumNames;

/** Nodes, gateways and entries as JSON. */
final class NodeJson {
    /** The bytes of values after which a page of entries ends. */
    private static final int MAX_VALUE_BYTES = 1 << 20;

    private NodeJson() {}

    /** A node without its entries. */
    static ObjectNode of(NodeState node, LabState.Seen seen) {
        ObjectNode json = process(node.id(), "node", EnumNames.of(node.status()), node.pid(), node.clientPort(), seen);
        json.put("skew", node.skew()).put("entry_count", node.entries().size());
        ObjectNode rows = json.putObject("rows");
        node.rows()
                .forEach((peer, row) ->
                        rows.putObject(peer.name()).put("now", row.now()).put("prev", row.prev()));
        return json;
    }

    static ObjectNode of(GatewayState gateway, LabState.Seen seen) {
        String status = !gateway.hasProcess() ? "dead" : isPaused(gateway.id(), seen) ? "paused" : "up";
        return process(gateway.id(), "gateway", status, gateway.pid(), gateway.clientPort(), seen);
    }

    /** A gateway is paused in live mode alone, as a fault. */
    private static boolean isPaused(NodeId gateway, LabState.Seen seen) {
        return seen.live().stream()
                .flatMap(live -> live.faults().inForce().stream())
                .anyMatch(one -> one.fault() instanceof Fault.OnProcess on
                        && on.process().equals(gateway)
                        && on.what() instanceof ProcessFault.Pause);
    }

    private static ObjectNode process(
            NodeId id, String kind, String status, long pid, OptionalInt clientPort, LabState.Seen seen) {
        boolean up = clientPort.isPresent();
        return Json.object()
                .put("name", id.name())
                .put("kind", kind)
                .put("status", status)
                .put("health", health(id, seen))
                .put("pid", up ? Long.valueOf(pid) : null)
                .put("client_port", up ? Integer.valueOf(clientPort.getAsInt()) : null);
    }

    private static String health(NodeId id, LabState.Seen seen) {
        return seen.healths().containsKey(id)
                ? EnumNames.of(seen.healths().get(id))
                : null; // the supervisor has not looked yet
    }

    /** Some of these entries, from a place on; fewer than asked for if their values are long. */
    static ObjectNode page(List<Entry> entries, int from, int limit) {
        ObjectNode page = Json.object().put("total", entries.size()).put("from", from);
        var some = page.putArray("entries");
        int next = Math.min(from, entries.size());
        int bytes = 0;
        while (next < entries.size() && some.size() < limit && bytes < MAX_VALUE_BYTES) {
            Entry entry = entries.get(next++);
            some.add(entry(entry));
            bytes += entry.value().map(Value::length).orElse(0);
        }
        return page.put("next", next < entries.size() ? Integer.valueOf(next) : null);
    }

    private static JsonNode entry(Entry entry) {
        return Json.object()
                .put("key", entry.key().text())
                .put("value", entry.value().map(Value::text).orElse(null))
                .put("timestamp", entry.timestamp())
                .put("origin", entry.version().origin().name())
                .put("store", entry.version().storeId())
                .put("sequence", entry.version().sequence());
    }
}
