package sosad.app.fault;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Clients that behave badly, by the number of their fault. One whose connection is lost, as when the process is killed,
 * is gone.
 */
final class BadClients implements AutoCloseable {
    private static final byte[] READ = ascii("*2\r\n$3\r\nGET\r\n$5\r\nflood\r\n");
    private static final byte[] HALF = ascii("*3\r\n$3\r\nSET\r\n$4\r\nha");

    private final Map<Long, ChannelGroup> clients = new HashMap<>();
    private EventLoopGroup loop;

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Lets them connect to a port of this machine and begin; does not wait for it. */
    void begin(long number, int port, ClientFault what) {
        if (loop == null) {
            loop = new MultiThreadIoEventLoopGroup(
                    1, new DefaultThreadFactory("bad clients", true), NioIoHandler.newFactory());
        }
        ChannelGroup group = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
        clients.put(number, group);
        boolean floods = what instanceof ClientFault.Flood;
        for (int i = 0; i < what.clients(); i++) {
            Bootstrap bootstrap =
                    new Bootstrap().group(loop).channel(NioSocketChannel.class).handler(new Client(floods));
            group.add(bootstrap.connect(InetAddress.getLoopbackAddress(), port).channel());
        }
    }

    /** One of them. */
    private static final class Client extends ChannelInboundHandlerAdapter {
        private final boolean floods;

        Client(boolean floods) {
            this.floods = floods;
        }

        @Override
        public void channelActive(ChannelHandlerContext context) {
            send(context.channel(), floods ? READ : HALF);
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object reply) {
            ReferenceCountUtil.release(reply);
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (floods) {
                send(context.channel(), READ);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close(); // the process has ended, which is nothing to a client of this kind
        }

        private static void send(Channel channel, byte[] request) {
            channel.writeAndFlush(Unpooled.wrappedBuffer(request));
        }
    }

    /** Lets the clients of this fault go. */
    void end(long number) {
        clients.remove(number).close();
    }

    @Override
    public void close() {
        clients.values().forEach(ChannelGroup::close);
        clients.clear();
        if (loop != null) {
            loop.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        }
    }
}
