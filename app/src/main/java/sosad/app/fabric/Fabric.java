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
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import sosad.model.NodeId;
import sosad.wire.Frame;
import sosad.wire.MalformedException;
import sosad.wire.PeerCodec;

/**
 * The network of one cluster in step mode. Every node dials the fabric for each of its peers; what it sends waits here
 * until it is delivered or discarded. Safe for use by several threads.
 */
public final class Fabric implements AutoCloseable {
    private static final long MOST_BYTES = 512L << 20;

    private final EventLoopGroup loop;
    private final long mostBytes;
    private final Channel server;
    private final ChannelGroup accepted;
    private final Map<NodeId, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<Long, CompletableFuture<Frame>> frames = new ConcurrentHashMap<>();
    private final AtomicLong heldBytes = new AtomicLong();
    private final Map<String, Outlet> outlets = new ConcurrentHashMap<>();

    /** A network without nodes, listening on a free port of this machine. */
    public Fabric(EventLoopGroup loop) {
        this(loop, MOST_BYTES);
    }

    /** @param mostBytes how many bytes of frames may wait here before the links stop reading */
    Fabric(EventLoopGroup loop, long mostBytes) {
        this.loop = loop;
        this.mostBytes = mostBytes;
        this.accepted = new DefaultChannelGroup(loop.next());
        this.server = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        accepted.add(channel);
                        channel.pipeline().addLast(new FrameDecoder(), new Inlet(Fabric.this));
                    }
                })
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .syncUninterruptibly()
                .channel();
    }

    /** Where the nodes dial. */
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
        outlets.values().removeIf(outlet -> {
            boolean leadsThere = outlet.to().equals(node);
            if (leadsThere) {
                outlet.close();
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
        Endpoint endpoint = endpoints.get(frame.to());
        if (endpoint == null || endpoint.peerPort() == null) {
            return CompletableFuture.failedFuture(new IllegalStateException(frame.to() + " is not there"));
        }
        return outlets.computeIfAbsent(
                        frame.from() + ">" + frame.to(),
                        link -> new Outlet(
                                loop,
                                frame.to(),
                                endpoint.peerPort(),
                                PeerCodec.greeting(frame.from(), frame.to(), endpoint.secret())))
                .send(frame);
    }

    /** Whether {@code greeting} opens a link from a node that was started with the secret it proves. */
    boolean admits(Frame greeting) throws MalformedException {
        Endpoint endpoint = endpoints.get(greeting.from());
        return endpoint != null && PeerCodec.proves(greeting, endpoint.secret());
    }

    /** Takes in a frame; past the budget all links stop reading until frames are delivered or discarded. */
    void arrived(Frame frame) {
        if (arrival(frame.id()).complete(frame) && heldBytes.addAndGet(frame.bytes().length) > mostBytes) {
            accepted.forEach(link -> link.config().setAutoRead(false));
        }
    }

    @Override
    public void close() {
        server.close().syncUninterruptibly();
        accepted.close().syncUninterruptibly();
        outlets.values().forEach(Outlet::close);
    }

    /**
     * A node as the network knows it.
     *
     * @param secret the secret of its present start
     * @param peerPort where it takes messages; null until it is up
     */
    private record Endpoint(String secret, InetSocketAddress peerPort) {}
}
