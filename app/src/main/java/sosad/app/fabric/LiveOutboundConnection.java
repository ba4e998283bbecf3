package sosad.app.fabric;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.socket.DuplexChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.concurrent.CompletableFuture;
import sosad.app.fabric.LiveTraffic.Destination;
import sosad.app.fabric.OutboundConnection.PeerAnswers;
import sosad.wire.Frame;

/**
 * The half of a live connection that leads to the destination. What is written is gathered until it is flushed, for one
 * large write costs less than many small ones. Used on the event loop alone.
 */
final class LiveOutboundConnection {
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;

    /** The bytes handed to the connection before it is flushed: the largest buffer that Netty's pool has at hand. */
    private static final int GATHERED_BYTES = 32 << 10;

    private static final WriteBufferWaterMark WATER_MARK = new WriteBufferWaterMark(256 << 10, 1 << 20);

    private final ChannelFuture connecting;
    private final Channel channel;
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final DeliveryReport deliveries;
    private ByteBuf gathered = Unpooled.EMPTY_BUFFER;
    private boolean isOpen;
    private boolean isClosed;

    /**
     * Begins to connect.
     *
     * @param deliveries is told what the destination is handed
     * @param changed called whenever this opens, closes, or has room or none
     */
    LiveOutboundConnection(EventLoop loop, Destination destination, DeliveryReport deliveries, Runnable changed) {
        this.deliveries = deliveries;
        connecting = new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
                .option(ChannelOption.WRITE_BUFFER_WATER_MARK, WATER_MARK)
                .handler(new PeerAnswers() {
                    @Override
                    public void channelWritabilityChanged(ChannelHandlerContext context) {
                        changed.run();
                    }
                })
                .connect(destination.address());
        channel = connecting.channel();
        if (connecting.isDone() && !connecting.isSuccess()) {
            // No socket was available. Such a channel is never closed, and its listeners are not called on the loop.
            isClosed = true;
            loop.execute(() -> ended(changed));
            return;
        }
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                isOpen = true;
                channel.write(Unpooled.wrappedBuffer(destination.greeting().bytes()), channel.voidPromise());
                flush();
                changed.run();
            }
        });
        channel.closeFuture().addListener(closed -> ended(changed));
    }

    private void ended(Runnable changed) {
        isOpen = false;
        isClosed = true;
        deliveries.ending();
        gathered.release();
        gathered = Unpooled.EMPTY_BUFFER;
        ended.complete(null);
        changed.run();
    }

    /** Returns whether the connection stands. */
    boolean isOpen() {
        return isOpen;
    }

    /** Returns whether the connection could not be made, or has ended. */
    boolean isClosed() {
        return isClosed;
    }

    /** Returns whether the destination takes what it is sent. */
    boolean hasRoom() {
        return isOpen && channel.isWritable();
    }

    /**
     * Takes a message, to leave with the next {@link #flush}; says whether there is a connection for it.
     *
     * @param bytes the frame's own, or others that are to arrive instead
     */
    boolean write(Frame frame, byte[] bytes) {
        if (isClosed) {
            return false;
        }
        if (bytes == frame.bytes()) {
            deliveries.gather(frame);
        }
        if (gathered.capacity() == 0) {
            gathered = channel.alloc().buffer(GATHERED_BYTES);
        }
        gathered.writeBytes(bytes);
        if (isOpen && gathered.readableBytes() >= GATHERED_BYTES) {
            handOver();
        }
        return true;
    }

    private void handOver() {
        if (deliveries.hasGathered()) {
            channel.write(gathered).addListener(deliveries.whenWritten());
        } else {
            channel.write(gathered, channel.voidPromise());
        }
        gathered = Unpooled.EMPTY_BUFFER;
    }

    /** Flushes written data as soon as the connection stands. */
    void flush() {
        if (isOpen) {
            if (gathered.isReadable()) {
                handOver();
            }
            channel.flush();
        }
    }

    /** Closes the connection after what was written. */
    void close() {
        deliveries.ending();
        afterAll(ChannelFutureListener.CLOSE);
    }

    /**
     * Sends nothing more. The destination closes the connection when it has read everything.
     *
     * @return completes when it has
     */
    CompletableFuture<Void> finish() {
        deliveries.ending();
        afterAll(written -> ((DuplexChannel) channel).shutdownOutput());
        return ended;
    }

    private void afterAll(ChannelFutureListener then) {
        connecting.addListener(connected -> {
            if (connected.isSuccess()) {
                flush();
                channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(then);
            }
        });
    }

    /** Breaks the connection off. */
    void abort() {
        deliveries.ending();
        breakOff(channel);
    }

    /** Closes a connection so that the other side is told that it was reset, whatever was still to be sent. */
    static void breakOff(Channel channel) {
        if (channel.isOpen()) {
            channel.config().setOption(ChannelOption.SO_LINGER, 0);
            channel.close();
        }
    }
}
