package sosad.node.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import sosad.message.Address;

/** Connecting to hosts that are not known, or move. */
@Timeout(30)
class DialerTest {
    private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final AtomicReference<List<String>> addresses = new AtomicReference<>(List.of());
    private final HostLookup hosts = new HostLookup(this::find);
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
    private final Dialer dialer =
            new Dialer(loop.next(), new Address("peer", server.getLocalPort()), hosts, 2_000, Duration.ofMillis(20));

    DialerTest() throws IOException {}

    private InetAddress[] find(String host) throws UnknownHostException {
        List<String> known = addresses.get();
        if (known.isEmpty()) {
            throw new UnknownHostException(host + ": nobody knows");
        }
        InetAddress[] found = new InetAddress[known.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = InetAddress.getByName(known.get(i));
        }
        return found;
    }

    @AfterEach
    void close() throws IOException {
        loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
        hosts.close();
        server.close();
    }

    private String dial() throws InterruptedException {
        loop.next()
                .execute(() -> dialer.dial(
                        pipeline -> pipeline.addLast(new ChannelInboundHandlerAdapter() {
                            @Override
                            public void channelActive(ChannelHandlerContext context) {
                                events.add("connected to " + host(context.channel()));
                            }

                            @Override
                            public void userEventTriggered(ChannelHandlerContext context, Object event) {
                                if (event instanceof Dialer.Moved) {
                                    events.add(Dialer.MOVED);
                                    context.close();
                                }
                            }
                        }),
                        events::add));
        return events.take();
    }

    private static String host(Channel channel) {
        return SocketText.of(channel.remoteAddress()).replaceAll(":[0-9]+$", "");
    }

    @Test
    void aNameThatIsNotKnownYetIsLookedUpAgainAtTheNextTry() throws Exception {
        assertThat(dial()).isEqualTo("its host is unknown: peer: nobody knows");
        addresses.set(List.of("127.0.0.1"));
        assertThat(dial()).isEqualTo("connected to 127.0.0.1");
    }

    @Test
    void aConnectionWhoseHostIsElsewhereByNowIsToldSo() throws Exception {
        addresses.set(List.of("127.0.0.1"));
        assertThat(dial()).isEqualTo("connected to 127.0.0.1");
        addresses.set(List.of("127.0.0.2", "127.0.0.1"));
        addresses.set(List.of());
        addresses.set(List.of("127.0.0.2"));
        assertThat(events.take()).isEqualTo(Dialer.MOVED);
    }

    @Test
    void theSystemAsksWhetherTheOtherEndOfASilentConnectionIsStillThere() throws Exception {
        addresses.set(List.of("127.0.0.1"));
        dial();
        SocketTimers.assertAsking(server.accept().getPort(), server.getLocalPort());
    }

    @Test
    void ofSeveralAddressesEachIsTriedInItsTurn() throws Exception {
        addresses.set(List.of("127.0.0.9", "127.0.0.1"));
        assertThat(dial()).isEqualTo("Connection refused");
        assertThat(dial()).isEqualTo("connected to 127.0.0.1");
        assertThat(dial()).isEqualTo("Connection refused");
    }
}
