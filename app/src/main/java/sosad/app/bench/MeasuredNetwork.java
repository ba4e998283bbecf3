package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import sosad.app.bench.Relay.RelayCounts;
import sosad.app.process.NodeException;
import sosad.model.Link;
import sosad.model.NodeId;

/** The links between the nodes of a measured cluster, each through a relay of its own. */
final class MeasuredNetwork implements AutoCloseable {
    /** The silence after which nothing more will pass: more than two rounds of the usual syncs. */
    static final Duration QUIET = Duration.ofMillis(2_500);

    private static final Duration POLL = Duration.ofMillis(20);

    private final Map<Link, Relay> relays = new LinkedHashMap<>();

    /** Makes a link to {@code to}, whose peer port this is; gives the port that {@code from} is to dial. */
    int link(NodeId from, NodeId to, int peerPort) throws IOException {
        Relay relay = new Relay(peerPort);
        relays.put(new Link(from, to), relay);
        return relay.port();
    }

    /** Returns what has passed between all the nodes. */
    RelayCounts passed() {
        return relays.values().stream().map(Relay::passed).reduce(RelayCounts.NOTHING, RelayCounts::plus);
    }

    /** Nothing reaches the node from the others, nor the others from it. */
    void cutOff(NodeId node) throws IOException {
        for (Map.Entry<Link, Relay> entry : relays.entrySet()) {
            if (entry.getKey().touches(node)) {
                entry.getValue().cut();
            }
        }
    }

    /** The node that was cut off is reached again. */
    void mend(NodeId node) throws IOException {
        for (Map.Entry<Link, Relay> entry : relays.entrySet()) {
            if (entry.getKey().touches(node)) {
                entry.getValue().mend();
            }
        }
    }

    /**
     * Waits until no entry and no receipt has passed for so long; gives what had passed when the last of them had.
     *
     * @throws NodeException if it is never quiet for so long within the limit
     */
    RelayCounts awaitQuiet(Duration quiet, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        RelayCounts last = passed();
        long since = System.nanoTime();
        while (System.nanoTime() - since < quiet.toNanos()) {
            if (System.nanoTime() > deadline) {
                throw new NodeException(
                        format("the nodes still send each other entries or receipts after %d s", limit.toSeconds()));
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
            RelayCounts now = passed();
            if (now.entries() != last.entries() || now.receipts() != last.receipts()) {
                last = now;
                since = System.nanoTime();
            }
        }
        return last;
    }

    @Override
    public void close() throws IOException {
        for (Relay relay : relays.values()) {
            relay.close();
        }
    }
}
