package sosad.node.client;

import static sosad.model.PlainFormat.format;
import static sosad.node.client.InfoSections.fact;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import sosad.model.NodeId;
import sosad.node.host.Database;
import sosad.node.host.LinkHealth;
import sosad.node.host.MessageCounts;
import sosad.node.host.NodeFacts;
import sosad.node.host.PeerTraffic;
import sosad.process.ProgramVersion;
import sosad.protocol.EnumNames;
import sosad.protocol.Row;
import sosad.protocol.Rules;

/** The text of INFO, by section. A field has Redis's name where it means the same. */
final class Info {
    private static final long MEBIBYTE = 1 << 20;

    private final Database database;
    private final NodeFacts node;
    private final PortState port;
    private final IntSupplier portNumber;
    private final InfoSections sections = new InfoSections();

    /** @param portNumber where the port listens */
    Info(Database database, NodeFacts node, PortState port, IntSupplier portNumber) {
        this.database = database;
        this.node = node;
        this.port = port;
        this.portNumber = portNumber;
        sections.add("Server", this::server);
        sections.add("Clients", this::clients);
        sections.add("Memory", this::memory);
        sections.add("Stats", this::stats);
        sections.add("Replication", this::replication);
        sections.add("Peers", this::peers);
        sections.add("Keyspace", this::keyspace);
    }

    /** INFO. */
    RespCommand command() {
        return RespCommand.of("info", 0, Request.MAX_KEPT - 1, "Reports the state of the node, by section", this::run)
                .taking("[section ...]");
    }

    private void run(Request request, Replies replies, ClientSession session) {
        replies.bulk(sections.text(InfoSections.wanted(request)));
    }

    private List<String> server() {
        long seconds = TimeUnit.NANOSECONDS.toSeconds(port.ageNanos());
        return List.of(
                fact("server_name", "sosad"),
                fact("sosad_version", ProgramVersion.NUMBER),
                fact("redis_version", ServerCommands.REDIS_VERSION),
                fact("redis_mode", "standalone"),
                fact("os", System.getProperty("os.name") + " " + System.getProperty("os.arch")),
                fact("process_id", ProcessHandle.current().pid()),
                fact("run_id", port.runId()),
                fact("tcp_port", portNumber.getAsInt()),
                fact("peer_port", node.peerPort()),
                fact("uptime_in_seconds", seconds),
                fact("uptime_in_days", TimeUnit.SECONDS.toDays(seconds)));
    }

    private List<String> clients() {
        return List.of(
                fact("connected_clients", port.connections().size()),
                fact("maxclients", port.connections().most()),
                fact("blocked_clients", 0));
    }

    private List<String> memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return List.of(
                fact("used_memory", used),
                fact("used_memory_human", used / MEBIBYTE + "M"),
                fact("heap_memory", runtime.totalMemory()),
                fact("max_heap_memory", runtime.maxMemory()));
    }

    private List<String> stats() {
        ClientTraffic traffic = port.traffic();
        return List.of(
                fact("total_connections_received", port.connections().admitted()),
                fact("rejected_connections", port.connections().turnedAway()),
                fact("total_commands_processed", traffic.commands),
                fact("total_net_input_bytes", traffic.bytesIn),
                fact("total_net_output_bytes", traffic.bytesOut),
                fact("keyspace_hits", traffic.hits),
                fact("keyspace_misses", traffic.misses));
    }

    /** Every node takes writes, so each calls itself a master; its peers are no replicas of it in Redis's sense. */
    private List<String> replication() {
        Rules rules = node.rules();
        Map<NodeId, Row> rows = node.rows();
        List<String> facts = new ArrayList<>(List.of(
                fact("role", "master"),
                fact("connected_slaves", 0),
                fact("node", node.id()),
                fact("node_time", node.time()),
                fact("store_id", node.storeId()),
                fact("content", EnumNames.of(rules.content())),
                fact("timestamps", EnumNames.of(rules.timestamps())),
                fact("schedule", EnumNames.of(rules.schedule())),
                fact("start_time", rules.startTime()),
                fact("peers", rows.size())));
        rows.forEach((peer, row) -> facts.add(fact("peer_" + peer, format("now=%d,prev=%d", row.now(), row.prev()))));
        return facts;
    }

    /** Returns what went between this node and its peers, over all of them, and how each link is. */
    private List<String> peers() {
        PeerTraffic traffic = node.traffic();
        MessageCounts sent = traffic.allSent();
        MessageCounts received = traffic.allReceived();
        List<String> facts = new ArrayList<>(List.of(
                fact("sent_messages", sent.messages()),
                fact("sent_entries", sent.entries()),
                fact("sent_receipts", sent.receipts()),
                fact("sent_bytes", sent.bytes()),
                fact("received_messages", received.messages()),
                fact("received_entries", received.entries()),
                fact("received_receipts", received.receipts()),
                fact("received_bytes", received.bytes()),
                fact("refused_frames", traffic.refusedFrames())));
        node.links().all().forEach((peer, link) -> facts.add(fact("link_" + peer, link(peer, link))));
        return facts;
    }

    private String link(NodeId peer, LinkHealth link) {
        return format(
                "state=%s,incoming=%d,doubled=%d,failures=%d,owed_pushes=%d,owed_receipts=%d,last_error=%s",
                EnumNames.of(link.state()),
                link.incoming(),
                link.isDoubled() ? 1 : 0,
                link.failures(),
                node.owedPushes(peer),
                node.owedReceipts(peer),
                link.lastError());
    }

    private List<String> keyspace() {
        int entries = database.size();
        int tombstones = database.tombstones();
        return List.of(
                fact("entries", entries),
                fact("tombstones", tombstones),
                fact("db0", format("keys=%d,expires=0,avg_ttl=0", entries - tombstones)));
    }
}
