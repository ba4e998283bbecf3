package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import sosad.app.process.NodeException;
import sosad.app.process.Program;
import sosad.message.Address;
import sosad.message.Launch;
import sosad.message.Live;
import sosad.message.Ports;
import sosad.model.NodeId;

/** Three live nodes, linked to each other directly or through relays. */
final class MeasuredCluster implements AutoCloseable {
    static final NodeId A = new NodeId("A");
    static final NodeId B = new NodeId("B");
    static final NodeId C = new NodeId("C");
    private static final List<NodeId> IDS = List.of(A, B, C);

    private static final Duration LINK_LIMIT = Duration.ofSeconds(60);
    private static final Duration BETWEEN_WORDS = Duration.ofMillis(100);
    private static final Duration POLL = Duration.ofMillis(20);

    private final Program program;
    private final Children children = new Children();
    private final MeasuredNetwork network = new MeasuredNetwork();
    private final Map<NodeId, MeasuredNode> nodes = new TreeMap<>();

    private MeasuredCluster(Program program) {
        this.program = program;
    }

    /** Starts a cluster whose nodes send each other their messages directly. */
    static MeasuredCluster direct(Program program, Live live) throws IOException, InterruptedException {
        return new MeasuredCluster(program).started(live, false);
    }

    /** Starts a cluster whose messages are counted, and whose links can be cut. */
    static MeasuredCluster relayed(Program program, Live live) throws IOException, InterruptedException {
        return new MeasuredCluster(program).started(live, true);
    }

    private MeasuredCluster started(Live live, boolean relayed) throws IOException, InterruptedException {
        try {
            Map<Launch, MeasuredProcess> begun = new LinkedHashMap<>();
            for (Launch launch : launches(live, relayed)) {
                begun.put(launch, MeasuredNode.begin(program, launch, children));
            }
            for (Map.Entry<Launch, MeasuredProcess> node : begun.entrySet()) {
                nodes.put(node.getKey().id(), MeasuredNode.up(node.getValue(), node.getKey()));
            }
            awaitLinks();
            return this;
        } catch (IOException | InterruptedException | NodeException e) {
            close();
            throw e;
        }
    }

    /** Until all links are open, nodes leave to their syncs what they would push. */
    private void awaitLinks() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LINK_LIMIT.toNanos();
        for (int i = 0; !areLinked(); i++) {
            if (System.nanoTime() > deadline) {
                throw new NodeException(format("the nodes are not linked after %d s", LINK_LIMIT.toSeconds()));
            }
            for (Map.Entry<NodeId, MeasuredNode> node : nodes.entrySet()) {
                node.getValue().set("from:" + node.getKey(), Integer.toString(i));
            }
            TimeUnit.MILLISECONDS.sleep(BETWEEN_WORDS.toMillis());
        }
    }

    private boolean areLinked() throws IOException {
        for (Map.Entry<NodeId, MeasuredNode> node : nodes.entrySet()) {
            for (NodeId peer : IDS) {
                if (!peer.equals(node.getKey()) && !node.getValue().hasHeard(peer)) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<Launch> launches(Live live, boolean relayed) throws IOException {
        String secret = UUID.randomUUID().toString();
        Map<NodeId, Ports> ports = new TreeMap<>();
        for (NodeId id : IDS) {
            ports.put(id, Launches.ports());
        }
        List<Launch> launches = new ArrayList<>();
        for (NodeId id : IDS) {
            Map<NodeId, Address> peers = new TreeMap<>();
            for (NodeId peer : IDS) {
                if (!peer.equals(id)) {
                    int port = ports.get(peer).peer();
                    peers.put(peer, new Address(Ports.LOOPBACK, relayed ? network.link(id, peer, port) : port));
                }
            }
            launches.add(Launches.member(id, peers, ports.get(id), secret, live));
        }
        return launches;
    }

    MeasuredNode node(NodeId id) {
        return nodes.get(id);
    }

    List<MeasuredNode> nodes() {
        return List.copyOf(nodes.values());
    }

    /** Returns what is between the nodes of a relayed cluster. */
    MeasuredNetwork network() {
        return network;
    }

    /**
     * Waits until every node holds this many entries, not counting the one from each that proved its links.
     *
     * @throws NodeException if one does not within the limit
     */
    void awaitEntries(int entries, Duration limit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        for (MeasuredNode node : nodes()) {
            for (int held = node.entries(); held < entries + IDS.size(); held = node.entries()) {
                if (System.nanoTime() > deadline) {
                    throw new NodeException(
                            format("a node holds %,d of %,d entries after %d s", held, entries, limit.toSeconds()));
                }
                TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            }
        }
    }

    @Override
    public void close() throws IOException {
        children.close();
        for (MeasuredNode node : nodes.values()) {
            node.close();
        }
        network.close();
    }
}
