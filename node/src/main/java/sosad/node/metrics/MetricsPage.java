package sosad.node.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import sosad.model.NodeId;
import sosad.node.host.ClientCounts;
import sosad.node.host.LinkHealth;
import sosad.node.host.Links;
import sosad.node.host.MessageCounts;
import sosad.node.host.NodeHost;
import sosad.node.host.PeerTraffic;
import sosad.protocol.EnumNames;
import sosad.protocol.Replica;
import sosad.wire.FrameKind;

/** The node's facts as metrics, read afresh each time: nothing is counted twice for them. */
public record MetricsPage(NodeHost host, Links links, Supplier<ClientCounts> clients) {
    /** To be called on the event loop. */
    MetricSnapshots snapshots() {
        MetricSnapshots.Builder page = MetricSnapshots.builder();
        addClients(page, clients.get());
        addStore(page);
        addPeers(page);
        addMessages(page);
        return page.build();
    }

    private static void addClients(MetricSnapshots.Builder page, ClientCounts counts) {
        gauge(page, "connected_clients", "Clients connected now.", counts.connected());
        counter(page, "client_connections", "Clients that were admitted.", counts.admitted());
        counter(
                page,
                "client_connections_rejected",
                "Clients refused because too many were connected.",
                counts.turnedAway());
        counter(page, "commands", "Commands of clients carried out.", counts.commands());
        counter(page, "keyspace_hits", "Lookups that found a value.", counts.hits());
        counter(page, "keyspace_misses", "Lookups that found none.", counts.misses());
        counter(page, "client_received_bytes", "Bytes read from clients.", counts.bytesIn());
        counter(page, "client_sent_bytes", "Bytes written to clients.", counts.bytesOut());
    }

    private void addStore(MetricSnapshots.Builder page) {
        gauge(page, "entries", "Entries held, tombstones included.", host.size());
        gauge(page, "tombstones", "Entries held that are deletions.", host.tombstones());
        gauge(page, "journal_waiting_bytes", "Memory waiting for the disk, in bytes.", host.journalBytes());
        gauge(page, "clock", "Time of the node's clock.", host.engine().clock().now());
        Runtime memory = Runtime.getRuntime();
        gauge(page, "heap_used_bytes", "Heap in use.", memory.totalMemory() - memory.freeMemory());
    }

    private void addPeers(MetricSnapshots.Builder page) {
        Replica replica = host.replica();
        eachPeer(page, "peer_now", "Newest timestamp received from the peer.", peer -> replica.row(peer)
                .now());
        eachPeer(page, "peer_prev", "What now was at the sync before the last.", peer -> replica.row(peer)
                .prev());
        eachPeer(
                page,
                "peer_owed_pushes",
                "Keys written here that the peer is not known to have.",
                replica::ownChangesLackedBy);
        eachPeer(page, "peer_owed_receipts", "Receipts not sent to the peer yet.", replica::owedReceipts);
        eachPeer(
                page,
                "peer_link_up",
                "Whether the peer takes messages: 1 or 0.",
                peer -> links.with(peer).state() == LinkHealth.State.UP ? 1 : 0);
        eachPeer(page, "peer_incoming_connections", "Connections of the peer.", peer -> links.with(peer)
                .incoming());
        eachPeer(
                page,
                "peer_doubled",
                "Whether two processes open connections under the peer's name: 1 or 0.",
                peer -> links.with(peer).isDoubled() ? 1 : 0);
        CounterSnapshot.Builder failures = CounterSnapshot.builder()
                .name("sosad_peer_link_failures")
                .help("Connections to the peer that were lost or could not be made.");
        links.all()
                .forEach((peer, link) -> failures.dataPoint(
                        new CounterDataPointSnapshot(link.failures(), Labels.of("peer", peer.name()), null, 0)));
        page.metricSnapshot(failures.build());
    }

    private void eachPeer(MetricSnapshots.Builder page, String name, String help, ToLongFunction<NodeId> value) {
        GaugeSnapshot.Builder gauge =
                GaugeSnapshot.builder().name("sosad_" + name).help(help);
        for (NodeId peer : host.replica().peers()) {
            Labels labels = Labels.of("peer", peer.name());
            gauge.dataPoint(new GaugeDataPointSnapshot(value.applyAsLong(peer), labels, null));
        }
        page.metricSnapshot(gauge.build());
    }

    private void addMessages(MetricSnapshots.Builder page) {
        eachKind(page, "messages", "Messages", MessageCounts::messages);
        eachKind(page, "message_entries", "Entries in messages", MessageCounts::entries);
        eachKind(page, "message_receipts", "Receipts in messages", MessageCounts::receipts);
        eachKind(page, "message_bytes", "Bytes of messages", MessageCounts::bytes);
        counter(
                page,
                "refused_frames",
                "Frames refused at the peer port.",
                host.traffic().refusedFrames());
    }

    private void eachKind(MetricSnapshots.Builder page, String name, String help, ToLongFunction<MessageCounts> value) {
        CounterSnapshot.Builder sent =
                CounterSnapshot.builder().name("sosad_sent_" + name).help(help + " sent.");
        CounterSnapshot.Builder received =
                CounterSnapshot.builder().name("sosad_received_" + name).help(help + " received.");
        host.traffic().peers().forEach((peer, both) -> addKinds(sent, received, peer, both, value));
        page.metricSnapshot(sent.build());
        page.metricSnapshot(received.build());
    }

    private static void addKinds(
            CounterSnapshot.Builder sent,
            CounterSnapshot.Builder received,
            NodeId peer,
            PeerTraffic.Both both,
            ToLongFunction<MessageCounts> value) {
        both.sent().forEach((kind, counts) -> sent.dataPoint(point(peer, kind, value.applyAsLong(counts))));
        both.received().forEach((kind, counts) -> received.dataPoint(point(peer, kind, value.applyAsLong(counts))));
    }

    private static CounterDataPointSnapshot point(NodeId peer, FrameKind kind, long value) {
        Labels labels = Labels.of("peer", peer.name(), "kind", EnumNames.of(kind));
        return new CounterDataPointSnapshot(value, labels, null, 0);
    }

    private static void gauge(MetricSnapshots.Builder page, String name, String help, long value) {
        page.metricSnapshot(GaugeSnapshot.builder()
                .name("sosad_" + name)
                .help(help)
                .dataPoint(new GaugeDataPointSnapshot(value, Labels.EMPTY, null))
                .build());
    }

    private static void counter(MetricSnapshots.Builder page, String name, String help, long value) {
        page.metricSnapshot(CounterSnapshot.builder()
                .name("sosad_" + name)
                .help(help)
                .dataPoint(new CounterDataPointSnapshot(value, Labels.EMPTY, null, 0))
                .build());
    }
}
