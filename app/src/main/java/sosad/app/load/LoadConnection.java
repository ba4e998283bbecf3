package sosad.app.load;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import sosad.message.Address;
import sosad.model.NodeId;

/**
 * One client and its connection, which it opens again as often as it breaks, wherever its server is. What is asked and
 * what comes of it is its script's business. To be used by the thread of one loop.
 */
final class LoadConnection {
    private static final long RETRY_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final int FIRST_READ_BYTES = 16 << 10;
    private static final int FULL_BYTES = 64 << 10;

    private final ClientScript script;
    private final List<NodeId> targets;
    private final Map<NodeId, Address> addresses;
    private final Optional<String> password;
    private final long timeoutNanos;
    private final InFlight inFlight;
    private final RequestEncoder out;
    private final ReplyDecoder decoder = new ReplyDecoder();
    private final ReplyCheck check = new ReplyCheck();
    private final LoadReply reply = new LoadReply();
    private byte[] in = new byte[FIRST_READ_BYTES];
    private int inBytes;
    private SocketChannel channel;
    private SelectionKey key;
    private Phase phase = Phase.CLOSED;
    private long phaseSinceNanos;
    private long retryAtNanos = Long.MIN_VALUE;
    private int target;
    private boolean isStopping;

    private enum Phase {
        CLOSED,
        CONNECTING,
        LOGGING_IN,
        OPEN
    }

    /**
     * A client that has no connection yet.
     *
     * @param script what it asks
     * @param targets the servers that it may ask: it stays with one as long as that answers, and then goes on to the
     *     next
     * @param addresses where the servers are that are up now
     * @param depth how many requests may be under way
     * @param valueBytes to which size values are padded
     * @param timeout how long it waits for a reply
     */
    LoadConnection(
            ClientScript script,
            List<NodeId> targets,
            Map<NodeId, Address> addresses,
            Optional<String> password,
            int depth,
            int valueBytes,
            Duration timeout) {
        this.script = script;
        this.targets = targets;
        this.addresses = addresses;
        this.password = password;
        this.timeoutNanos = timeout.toNanos();
        this.inFlight = new InFlight(depth);
        this.out = new RequestEncoder(valueBytes);
    }

    /** Does what is due: connects, sends, or gives up waiting. */
    void turn(Selector selector, long now) {
        try {
            if (phase == Phase.CLOSED) {
                connect(selector, now);
            } else if (phase == Phase.OPEN) {
                send(now);
                if (!inFlight.isEmpty() && now - inFlight.oldest().invokedNanos > timeoutNanos) {
                    close(LoadProblem.NO_REPLY, now);
                }
            } else if (now - phaseSinceNanos > timeoutNanos) {
                refuse(LoadProblem.NO_CONNECTION, now);
            }
        } catch (IOException e) {
            close(LoadProblem.CLOSED, now);
        }
    }

    private void connect(Selector selector, long now) throws IOException {
        if (isStopping || now < retryAtNanos) {
            return;
        }
        Address where = addresses.get(targets.get(target));
        if (where == null) {
            goOn(now);
            return;
        }
        channel = SocketChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            enter(Phase.CONNECTING, now);
            InetSocketAddress socket = new InetSocketAddress(where.host(), where.port());
            if (!socket.isUnresolved() && channel.connect(socket)) {
                key = channel.register(selector, 0, this);
                connected(now);
            } else if (socket.isUnresolved()) {
                refuse(LoadProblem.NO_CONNECTION, now);
            } else {
                key = channel.register(selector, SelectionKey.OP_CONNECT, this);
            }
        } catch (IOException e) {
            refuse(LoadProblem.NO_CONNECTION, now);
        }
    }

    /** Tries the next target, with a pause once each was tried. */
    private void goOn(long now) {
        target = (target + 1) % targets.size();
        retryAtNanos = target == 0 ? now + RETRY_NANOS : now;
    }

    private void enter(Phase next, long now) {
        phase = next;
        phaseSinceNanos = now;
    }

    private void connected(long now) throws IOException {
        key.interestOps(SelectionKey.OP_READ);
        if (password.isPresent()) {
            enter(Phase.LOGGING_IN, now);
            out.add("AUTH", password.get());
            flush();
        } else {
            enter(Phase.OPEN, now);
        }
    }

    /** Does what its channel is ready for. */
    void ready(long now) {
        try {
            if (key.isConnectable()) {
                finishConnect(now);
            }
            if (key.isValid() && key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (IOException e) {
            close(e instanceof ProtocolException ? LoadProblem.NO_REDIS : LoadProblem.CLOSED, now);
        }
    }

    private void finishConnect(long now) throws IOException {
        try {
            channel.finishConnect();
        } catch (IOException e) {
            refuse(LoadProblem.NO_CONNECTION, now);
            return;
        }
        connected(now);
    }

    /** Sends what is due, as far as requests may be under way and the buffer is not full. */
    private void send(long now) throws IOException {
        boolean waits = out.size() > 0;
        while (!isStopping && !inFlight.isFull() && out.size() < FULL_BYTES) {
            long due = script.dueNanos(now);
            if (due > now) {
                break;
            }
            LoadRequest request = inFlight.next();
            script.next(request);
            request.server = targets.get(target);
            request.intendedNanos = due;
            request.invokedNanos = now;
            script.sent(request);
            out.add(request);
        }
        if (out.size() > 0 && !waits) {
            flush();
        }
    }

    private void flush() throws IOException {
        int written = channel.write(ByteBuffer.wrap(out.bytes(), 0, out.size()));
        out.sent(written);
        key.interestOps(out.size() > 0 ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void read() throws IOException {
        int more = channel.read(ByteBuffer.wrap(in, inBytes, in.length - inBytes));
        if (more < 0) {
            throw new EOFException("the server has closed the connection");
        }
        long now = System.nanoTime();
        inBytes += more;
        int at = 0;
        for (int next = decoder.next(in, at, inBytes);
                next >= 0 && phase != Phase.CLOSED;
                next = decoder.next(in, at, inBytes)) {
            at = next;
            take(now);
        }
        if (phase == Phase.CLOSED) {
            return;
        }
        System.arraycopy(in, at, in, 0, inBytes - at);
        inBytes -= at;
        if (inBytes == in.length) {
            in = Arrays.copyOf(in, 2 * in.length); // the decoder refuses what is longer than the limit
        }
    }

    private void take(long now) throws IOException {
        if (phase == Phase.LOGGING_IN) {
            if (decoder.type() != '+') {
                refuse(LoadProblem.shortened(check.text(decoder, in)), now);
                return;
            }
            enter(Phase.OPEN, now);
        } else if (inFlight.isEmpty()) {
            script.couldNotConnect(LoadProblem.TOO_MANY_REPLIES);
            close(LoadProblem.TOO_MANY_REPLIES, now);
        } else {
            LoadRequest request = inFlight.oldest();
            boolean fits = check.judge(request, decoder, in, now, reply);
            inFlight.removeOldest();
            script.completed(request, reply);
            if (!fits) {
                close(LoadProblem.WRONG_KIND, now);
            }
        }
    }

    /** No connection came about. */
    private void refuse(String why, long now) {
        script.couldNotConnect(why);
        close(why, now);
    }

    /** Ends the connection; what is under way stays without a reply. */
    private void close(String why, long now) {
        closeChannel();
        while (!inFlight.isEmpty()) {
            LoadRequest request = inFlight.oldest();
            inFlight.removeOldest();
            script.completed(request, reply.set(OperationOutcome.UNANSWERED, Operation.NOTHING, why, now));
        }
        out.clear();
        inBytes = 0;
        goOn(now);
        enter(Phase.CLOSED, now);
    }

    private void closeChannel() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // then it is gone, too
        }
    }

    /** Returns when it has something to do even if nothing comes. */
    long wakeNanos(long now) {
        if (phase == Phase.CLOSED) {
            return isStopping ? ClientScript.NEVER_NANOS : Math.max(retryAtNanos, now);
        }
        if (phase != Phase.OPEN) {
            return phaseSinceNanos + timeoutNanos + 1;
        }
        long timeout =
                inFlight.isEmpty() ? ClientScript.NEVER_NANOS : inFlight.oldest().invokedNanos + timeoutNanos + 1;
        boolean mayAsk = !isStopping && !inFlight.isFull() && out.size() < FULL_BYTES;
        return mayAsk ? Math.min(timeout, script.dueNanos(now)) : timeout;
    }

    /** Sends nothing more. */
    void stop() {
        isStopping = true;
    }

    /** Returns whether it waits for nothing. */
    boolean isIdle() {
        return inFlight.isEmpty();
    }

    /** Ends it; what is under way counts for nothing. */
    void cutOff() {
        closeChannel();
        phase = Phase.CLOSED;
        isStopping = true;
    }
}
