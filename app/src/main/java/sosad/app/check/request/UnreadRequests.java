package sosad.app.check.request;

import static sosad.model.PlainFormat.format;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sosad.message.Address;

/**
 * A client that sends requests and reads none of the replies, until it reads all of them. All its requests are the
 * same, and so are the replies.
 */
final class UnreadRequests implements AutoCloseable {
    /** Small, so that what a server has taken is what it has read. */
    private static final int BUFFER_BYTES = 16 << 10;

    private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(150);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SocketChannel channel;
    private final byte[] request;
    private final byte[] reply;
    private long sentBytes;
    private long stuckSince = System.nanoTime();

    /**
     * Connects.
     *
     * @param login what is sent first, and is answered with {@code +OK}; perhaps nothing
     */
    UnreadRequests(Address address, Duration timeout, List<String> login, byte[] request, byte[] reply)
            throws IOException {
        this.request = request;
        this.reply = reply;
        this.channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER_BYTES);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER_BYTES);
            channel.socket().connect(new InetSocketAddress(address.host(), address.port()), (int) timeout.toMillis());
            if (!login.isEmpty()) {
                channel.socket().setSoTimeout((int) timeout.toMillis());
                channel.write(ByteBuffer.wrap(FloodCheck.bytes(RawConnection.array(login))));
                RawReply.read(channel.socket().getInputStream());
            }
            channel.configureBlocking(false);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Sends what the server takes.
     *
     * @param most the most requests
     * @return whether it may still take some, soon
     */
    boolean send(int most) throws IOException {
        long left = (long) most * request.length - sentBytes;
        while (left > 0) {
            int offset = (int) (sentBytes % request.length);
            int taken = channel.write(ByteBuffer.wrap(request, offset, request.length - offset));
            if (taken == 0) {
                return System.nanoTime() - stuckSince < STUCK_NANOS;
            }
            stuckSince = System.nanoTime();
            sentBytes += taken;
            left -= taken;
        }
        return false;
    }

    /** Returns how many requests were sent, the last perhaps in part. */
    long sent() {
        return (sentBytes + request.length - 1) / request.length;
    }

    /**
     * Sends the rest of the last request and reads all replies.
     *
     * @throws IOException naming what is wrong with them
     */
    void readAll(Duration timeout) throws IOException {
        long expected = sent() * reply.length;
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        long deadline = System.nanoTime() + timeout.toNanos();
        for (long got = 0; got < expected; ) {
            send((int) sent());
            bytes.clear();
            int more = channel.read(bytes);
            if (more < 0) {
                throw new EOFException(
                        format("the connection was closed after %,d of %,d replies", got / reply.length, sent()));
            }
            for (int i = 0; i < more; i++, got++) {
                if (got < expected && bytes.get(i) != reply[(int) (got % reply.length)]) {
                    throw new IOException(format("reply %,d of %,d is wrong", got / reply.length + 1, sent()));
                }
            }
            if (more > 0) {
                deadline = System.nanoTime() + timeout.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new SocketTimeoutException(format(
                        "%,d of %,d replies, then none for %d s", got / reply.length, sent(), timeout.toSeconds()));
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
