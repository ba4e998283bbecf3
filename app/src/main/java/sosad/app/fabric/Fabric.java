package sosad.app.fabric;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import sosad.app.fabric.LiveTraffic.Destination;
import sosad.model.Link;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/**
 * The network of one cluster. Every node dials the fabric for each of its peers. In step mode what it sends waits here
 * until it is delivered or discarded; in live mode it passes under the faults of its link. Safe for use by several
 * threads.
 */
public final class Fabric implements AutoCloseable {
    private static final long MAX_BYTES = 512L << 20;

    private final EventLoopGroup loop;
    private final long mostBytes;
    private final Channel server;
    private final ChannelGroup accepted;
    private final Map<NodeId, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Frame>> frames = new ConcurrentHashMap<>();
    private final AtomicLong heldBytes = new AtomicLong();
    private final Map<Link, OutboundConnection> outbounds = new ConcurrentHashMap<>();
    private volatile LiveTraffic latest; // null before the first time in live mode
    private volatile boolean isLive;

    /** A network without nodes, listening on a free port of this machine. */
    public Fabric(EventLoopGroup loop) {
        this(loop, MAX_BYTES);
    }

    /** @param mostBytes how many bytes of frames may wait here before the links stop reading */
    Fabric(EventLoopGroup loop, long mostBytes) {
        this.loop = loop;
        this.mostBytes = mostBytes;
        this.accepted = new DefaultChannelGroup(loop.next());
        this.server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .handler(new AcceptRetry())
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accepted.add(channel);
                        channel.pipeline().addLast(new InboundConnection(Fabric.this));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Returns where the nodes dial. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.localAddress();
    }

    /** A node is being started: what it sends must be opened with this secret. */
    public void expect(NodeId node, String secret) {
        endpoints.put(node, new Endpoint(secret, null));
    }

    /** The node is up and takes messages at this address. */
    public void ready(NodeId node, InetSocketAddress peerPort) {
        endpoints.computeIfPresent(node, (id, endpoint) -> new Endpoint(endpoint.secret(), peerPort));
    }

    /** The node's process is gone: the connections to it close. What it sent stays. */
    public void gone(NodeId node) {
        endpoints.remove(node);
        traffic().ifPresent(traffic -> traffic.gone(node));
        outbounds.values().removeIf(outbound -> {
            boolean leadsThere = outbound.to().equals(node);
            if (leadsThere) {
                outbound.close();
            }
            return leadsThere;
        });
    }

    /** Completes when the message with this number has come in; at once if it has already. */
    public CompletableFuture<Frame> arrival(long id) {
        return frames.computeIfAbsent(id, absent -> new CompletableFuture<>());
    }

    /** Takes the message out of the network. */
    public void discard(long id) {
        CompletableFuture<Frame> gone = frames.remove(id);
        if (gone != null && gone.isDone() && !gone.isCompletedExceptionally()) {
            long left = heldBytes.addAndGet(-gone.join().bytes().length);
            if (left <= mostBytes) {
                accepted.forEach(link -> link.config().setAutoRead(true));
            }
        }
    }

    /**
     * Hands the frame to its destination.
     *
     * @return completes when the frame is written to the connection, fails when it cannot be
     */
    public CompletableFuture<Void> deliver(Frame frame) {
        return send(frame, frame.bytes());
    }

    /** The same, with a byte changed on the way. */
    public CompletableFuture<Void> deliverCorrupt(Frame frame) {
        return send(frame, corrupted(frame.bytes(), frame.bytes().length / 2));
    }

    private CompletableFuture<Void> send(Frame frame, byte[] bytes) {
        return outbound(new Link(frame.from(), frame.to()))
                .map(outbound -> outbound.send(bytes))
                .orElseGet(
                        () -> CompletableFuture.failedFuture(new IllegalStateException(frame.to() + " is not there")));
    }

    /**
     * Lets messages pass by themselves, except those that wait here. To be called before any node is live.
     *
     * @param seed decides, with the links' faults, what happens to messages
     */
    public LiveTraffic goLive(long seed) {
        LiveTraffic traffic = new LiveTraffic(loop.next(), seed, this::destination);
        onLoop(() -> {
            latest = traffic;
            isLive = true;
            accepted.forEach(
                    link -> link.pipeline().get(InboundConnection.class).goLive(traffic, link));
            return null;
        });
        return traffic;
    }

    private <T> T onLoop(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, loop.next()).join();
    }

    /** Returns what passes messages on, in live mode. */
    Optional<LiveTraffic> traffic() {
        return isLive ? Optional.of(latest) : Optional.empty();
    }

    private Optional<Destination> destination(Link link) {
        return Optional.ofNullable(endpoints.get(link.to()))
                .filter(endpoint -> endpoint.peerPort() != null)
                .map(endpoint -> new Destination(
                        endpoint.peerPort(), PeerCodec.greeting(link.from(), link.to(), endpoint.secret())));
    }

    /**
     * Makes every message wait here again, including those on their way. They keep their numbers; to take one out,
     * {@link #discard} it.
     */
    public Frozen freeze() {
        return onLoop(() -> {
            Frozen frozen = latest.stop();
            isLive = false;
            frozen.underWay().forEach(held -> hold(held.frame()));
            if (heldBytes.get() <= mostBytes) {
                accepted.forEach(link -> link.config().setAutoRead(true));
            }
            return frozen;
        });
    }

    /** The messages that wait here, by sender and then as they were sent. */
    public List<Frame> waiting() {
        return frames.values().stream()
                .filter(frame -> frame.isDone() && !frame.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .sorted(Comparator.comparing(Frame::from).thenComparing(Frame::id))
                .toList();
    }

    /**
     * Closes the connections to these nodes, which run, and opens them again when they are needed.
     *
     * @return completes when the nodes have processed everything that was sent to them
     */
    public CompletableFuture<Void> drain(Set<NodeId> nodes) {
        List<CompletableFuture<Void>> finished = new ArrayList<>();
        outbounds.values().removeIf(outbound -> {
            boolean leadsThere = nodes.contains(outbound.to());
            if (leadsThere) {
                finished.add(outbound.finish());
            }
            return leadsThere;
        });
        if (latest != null) {
            finished.add(latest.finish(nodes));
        }
        return CompletableFuture.allOf(finished.toArray(CompletableFuture[]::new));
    }

    private Optional<OutboundConnection> outbound(Link link) {
        return destination(link).map(destination -> {
            OutboundConnection open = outbounds.get(link);
            if (open == null || open.isLost()) {
                open = new OutboundConnection(loop, link.to(), destination.address(), destination.greeting());
                outbounds.put(link, open);
            }
            return open;
        });
    }

    /** Returns whether {@code greeting} opens a link from a node that was started with the secret it proves. */
    boolean admits(Frame greeting) throws MalformedException {
        Endpoint endpoint = endpoints.get(greeting.from());
        return endpoint != null && PeerCodec.proves(greeting, endpoint.secret());
    }

    /** Takes in a frame to wait here; past the budget all links stop reading until frames are discarded. */
    void hold(Frame frame) {
        if (arrival(frame.id()).complete(frame) && heldBytes.addAndGet(frame.bytes().length) > mostBytes) {
            accepted.forEach(link -> link.config().setAutoRead(false));
        }
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        accepted.close().syncUninterruptibly();
        outbounds.values().forEach(OutboundConnection::close);
        if (latest != null) {
            latest.close();
        }
    }

    /**
     * A node as the network knows it.
     *
     * @param secret the secret of its present start
     * @param peerPort where it takes messages; null until it is up
     */
    private record Endpoint(String secret, InetSocketAddress peerPort) {}

    /**
     * Returns a copy of a frame with one byte changed after the length field, so that the stream stays in step.
     *
     * @param at which of the bytes after the length field, counted modulo their number
     */
    public static byte[] corrupted(byte[] frame, int at) {
        byte[] changed = frame.clone();
        int place = Frame.LENGTH_BYTES + at % (frame.length - Frame.LENGTH_BYTES);
        changed[place] ^= (byte) (1 + at % 255);
        return changed;
    }
}
