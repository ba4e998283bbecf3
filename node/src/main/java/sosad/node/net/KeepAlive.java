package sosad.node.net;

import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioChannelOption;
import java.net.SocketOption;
import jdk.net.ExtendedSocketOptions;

/**
 * Lets the system ask now and then whether the other end of a silent connection is still there, so that one whose
 * machine went away without a word is closed some day: after ten minutes, where the system lets us say so.
 */
public final class KeepAlive {
    private static final int IDLE_SECONDS = 300;
    private static final int INTERVAL_SECONDS = 100;
    private static final int PROBES = 3;

    private KeepAlive() {}

    /** Lets the system watch over this connection. */
    public static void on(Channel channel) {
        ChannelConfig config = channel.config();
        config.setOption(ChannelOption.SO_KEEPALIVE, true);
        set(config, ExtendedSocketOptions.TCP_KEEPIDLE, IDLE_SECONDS);
        set(config, ExtendedSocketOptions.TCP_KEEPINTERVAL, INTERVAL_SECONDS);
        set(config, ExtendedSocketOptions.TCP_KEEPCOUNT, PROBES);
    }

    /** Does nothing where the system has no such option. */
    private static void set(ChannelConfig config, SocketOption<Integer> option, int value) {
        config.setOption(NioChannelOption.of(option), value);
    }
}
