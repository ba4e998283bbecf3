package sosad.node.metrics;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.function.Supplier;
import sosad.node.net.AcceptFaults;

/**
 * The port where Prometheus fetches the node's metrics over HTTP. It tells no keys and no values. A connection is one
 * request and its reply, and takes a few bytes while it lasts: however many are silent, the others are served.
 */
public final class MetricsPort {
    /** The longest time for a connection, far longer than a request and its reply take. */
    private static final Duration MAX_REQUEST_TIME = Duration.ofSeconds(5);

    private MetricsPort() {}

    /**
     * Listens at {@code address}.
     *
     * @param loop the event loop, where the facts are read
     */
    public static ChannelFuture bind(EventLoopGroup loop, InetSocketAddress address, MetricsPage page) {
        return bind(loop, address, page::snapshots, MAX_REQUEST_TIME);
    }

    /** Serves other facts with another limit. */
    static ChannelFuture bind(
            EventLoopGroup loop, InetSocketAddress address, Supplier<MetricSnapshots> facts, Duration longest) {
        return AcceptFaults.listening(
                        loop, "metrics", accepted -> accepted.pipeline().addLast(new MetricsConnection(facts, longest)))
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .bind(address);
    }
}
