package sosad.app.fabric;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.FrameKind;

/**
 * The network in live mode: all its links, each with its faults. Safe for use by several threads. To set faults and to
 * look at what has passed does not wait for the event loop, which has much to do when something goes wrong.
 */
public final class LiveTraffic {
    private final EventLoop loop;
    private final long seed;
    private final Function<Link, Optional<Destination>> destinations;
    private final Map<Link, LiveLink> links = new ConcurrentSkipListMap<>();
    private final Sample sample = new Sample();
    private volatile DeliveryListener deliveries = DeliveryListener.NONE;

    /** @param destinations where a link leads now, if its destination is there */
    LiveTraffic(EventLoop loop, long seed, Function<Link, Optional<Destination>> destinations) {
        this.loop = loop;
        this.seed = seed;
        this.destinations = destinations;
    }

    /** Sets the faults of the link; they act on the next message, and on messages under way. */
    public void setConditions(Link link, LinkConditions faults) {
        link(link).setConditions(faults);
    }

    /** Breaks the link's connections off at once, with what is on its way on them; the sender may connect again. */
    public void reset(Link link) {
        onLoop(() -> {
            link(link).reset();
            return null;
        });
    }

    /** Returns what has become of the messages of every link that was used or has faults. */
    public Map<Link, LinkCounts> counts() {
        Map<Link, LinkCounts> counts = new TreeMap<>();
        links.forEach((link, live) -> counts.put(link, live.counts()));
        return counts;
    }

    /**
     * Somebody wants to know what is delivered from now on; {@link DeliveryListener#NONE}: nobody, which costs nothing.
     */
    public void setDeliveryListener(DeliveryListener listener) {
        deliveries = listener;
    }

    /** Returns the messages that have passed, by kind. */
    public Map<FrameKind, PassedMessages> passed() {
        Map<FrameKind, PassedMessages> passed = new EnumMap<>(FrameKind.class);
        links.values().forEach(link -> link.passed()
                .forEach((kind, messages) -> passed.merge(kind, messages, PassedMessages::plus)));
        return passed;
    }

    /** Returns how many messages came out after one that had come in later on the same link. */
    public long overtaken() {
        return links.values().stream().mapToLong(LiveLink::overtaken).sum();
    }

    /** Some of what has ended since this was last asked for. */
    public Sample.Taken sample() {
        return sample.take();
    }

    /** Passes nothing on any more; to be called on the event loop. */
    Frozen stop() {
        List<Frozen.FrameUnderWay> underWay = new ArrayList<>();
        Map<Link, Long> lastSeen = new TreeMap<>();
        links.forEach((link, live) -> {
            underWay.addAll(live.stop());
            lastSeen.put(link, live.lastSeen());
        });
        return new Frozen(underWay, lastSeen);
    }

    private <T> T onLoop(Supplier<T> work) {
        if (loop.inEventLoop()) {
            return work.get();
        }
        return CompletableFuture.supplyAsync(work, loop).join();
    }

    private LiveLink link(Link link) {
        return links.computeIfAbsent(
                link,
                absent -> new LiveLink(loop, link, seed ^ link.toString().hashCode() * 0x9E3779B97F4A7C15L, sample));
    }

    /**
     * A sender has connected, or was connected already when the network went live. Where the destination is not there,
     * the connection is closed. To be called on the event loop.
     *
     * @param inbound the sender's half of the connection
     */
    Optional<LiveConnection> open(Link link, Channel inbound) {
        LiveLink live = link(link);
        Optional<LiveConnection> opened = destinations
                .apply(link)
                .map(destination -> new LiveConnection(live, inbound, destination, () -> deliveries));
        opened.ifPresentOrElse(live::opened, inbound::close);
        return opened;
    }

    /** The node's process is gone, and with it its ends of the connections to it. */
    void gone(NodeId node) {
        loop.execute(() -> to(Set.of(node)).forEach(LiveConnection::closeOutbound));
    }

    /** Sends nothing more to these nodes; completes when they have taken in what was sent before. */
    CompletableFuture<Void> finish(Set<NodeId> nodes) {
        return CompletableFuture.allOf(
                onLoop(() -> to(nodes).map(LiveConnection::finish).toArray(CompletableFuture[]::new)));
    }

    /** Breaks everything off. */
    void close() {
        onLoop(() -> {
            links.values().forEach(LiveLink::reset);
            return null;
        });
    }

    private Stream<LiveConnection> to(Set<NodeId> nodes) {
        return links.entrySet().stream()
                .filter(link -> nodes.contains(link.getKey().to()))
                .flatMap(link -> link.getValue().connections().stream());
    }

    /**
     * The destination of a link.
     *
     * @param address where the node takes messages
     * @param greeting what it asks for before it takes any
     */
    record Destination(InetSocketAddress address, Frame greeting) {
        Destination {
            Objects.requireNonNull(address);
            Objects.requireNonNull(greeting);
        }
    }
}
