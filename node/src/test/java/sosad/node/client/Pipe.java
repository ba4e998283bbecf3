package sosad.node.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.List;

/** A client's connection without a socket, whose buffers are counted and whose other end can stop reading. */
final class Pipe {
    final MapDatabase database;
    final EmbeddedChannel channel;
    private final UnpooledByteBufAllocator allocator = new UnpooledByteBufAllocator(false, false);
    private boolean blocked;

    Pipe() {
        this(ClientSettings.DEFAULT);
    }

    Pipe(ClientSettings settings) {
        this(settings, new MapDatabase());
    }

    Pipe(ClientSettings settings, MapDatabase database) {
        this.database = database;
        channel = new EmbeddedChannel() {
            @Override
            protected void doWrite(ChannelOutboundBuffer in) throws Exception {
                if (!blocked) {
                    super.doWrite(in);
                }
            }
        };
        channel.freezeTime();
        channel.config().setAllocator(allocator);
        PortState port = PortState.begin(settings, channel.eventLoop().ticker());
        Info info = new Info(database, OpenPort.FACTS, port, () -> 7_001);
        ClientSession session =
                port.connections().admit("here:1", port.ticker().nanoTime()).orElseThrow();
        CommandTable commands = CommandTable.of(database, port, info);
        channel.pipeline().addLast(new ClientConnection(commands, port, session, database));
    }

    /** Brings bytes from the client, in one read, unless the server has stopped reading or has hung up. */
    boolean send(byte[] bytes, int from, int to) {
        if (!channel.isOpen() || !channel.config().isAutoRead()) {
            return false;
        }
        ByteBuf in = allocator.directBuffer(to - from).writeBytes(bytes, from, to - from);
        channel.writeInbound(in);
        return true;
    }

    boolean send(byte[] bytes) {
        return send(bytes, 0, bytes.length);
    }

    /** The replies since the last call. */
    List<String> replies() {
        return Wire.replies(Wire.drain(channel));
    }

    /** Sends one request and gives its reply, or all replies if there are several. */
    String ask(String... elements) {
        send(Wire.request(elements));
        return String.join(" ", replies());
    }

    /** Sends these lines and gives the bytes of the replies. */
    String type(String... lines) {
        send((String.join("\r\n", lines) + "\r\n").getBytes(UTF_8));
        return new String(Wire.drain(channel), UTF_8);
    }

    void stopTakingReplies() {
        blocked = true;
    }

    void takeReplies() {
        blocked = false;
        channel.flush();
        channel.runPendingTasks();
    }

    /** Bytes of the buffers that are neither released nor taken by the client. */
    long usedBytes() {
        return allocator.metric().usedDirectMemory() + allocator.metric().usedHeapMemory();
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void close() {
        channel.finishAndReleaseAll();
    }
}
