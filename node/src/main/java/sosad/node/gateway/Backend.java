package sosad.node.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static sosad.model.PlainFormat.format;

import java.time.Duration;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.message.Report.BackendState;
import sosad.message.Report.RequestFate;
import sosad.model.NodeId;
import sosad.node.net.Outage;

/** One server behind the gateway: keeps connections to it, checks them, and counts what it is asked. */
final class Backend implements BackendConnection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /**
     * The most bytes outstanding at one backend, of reads and of writes; a request takes its bytes and a little more.
     */
    private static final long MAX_OUTSTANDING_BYTES = 64L << 20;

    /** With the one for checks, and each a second time while it is renewed. */
    static final int MAX_CONNECTIONS = 2 * (1 + LaneConnections.MAX_CONNECTIONS);

    private static final int REQUEST_OVERHEAD_BYTES = 256;
    private static final byte[] DBSIZE = "*1\r\n$6\r\nDBSIZE\r\n".getBytes(US_ASCII);

    /** The reason why connections end that are no longer needed. */
    static final String LET_GO = "the gateway closed it";

    private final NodeId id;
    private final DialSettings dial;
    private final GatewayWatcher watcher;
    private final Backends all;
    private final LaneConnections connections = new LaneConnections();
    private final BackendCounts counts = new BackendCounts();
    private final BackendChecks checks;
    private final long silenceNanos;
    private BackendState told = BackendState.DOWN;
    private long outstandingReadBytes;
    private long outstandingWriteBytes;
    private final Outage outage = new Outage();
    private boolean wasWhole; // all connections have stood since it was last down
    private Future<?> rounds;
    private boolean isClosed;

    /**
     * @param all all backends of the gateway
     * @param silence a connection that owes replies and sends nothing for so long is given up
     */
    Backend(NodeId id, DialSettings dial, GatewayWatcher watcher, Backends all, Duration silence) {
        this.id = id;
        this.dial = dial;
        this.watcher = watcher;
        this.all = all;
        this.silenceNanos = silence.toNanos();
        this.checks = new BackendChecks(dial, this::tell, this::lost);
    }

    void open() {
        rounds = dial.loop().scheduleWithFixedDelay(this::check, 0, BackendChecks.ROUND_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Lets the backend go: it is down from now on, and what it was asked is lost. */
    void close() {
        rounds.cancel(false);
        checks.close();
        lost(LET_GO, false);
        tell(BackendState.DOWN);
        isClosed = true;
    }

    private void check() {
        connections.look(() -> BackendConnection.open(dial, this), this::giveUpIfSilent);
        checks.check();
        tell();
    }

    private void giveUpIfSilent(BackendConnection connection) {
        if (connection.silentNanos() >= silenceNanos) {
            connection.giveUp(
                    format("it owed replies and was silent for %d ms", TimeUnit.NANOSECONDS.toMillis(silenceNanos)));
        }
    }

    /** Notes that the backend does not answer: its requests fail at once. */
    private void lost(String why, boolean isRefusal) {
        wasWhole = false;
        fault(why, isRefusal);
        connections.giveUp(why);
    }

    /** Logs that the backend is down, once, and once more if it is there and refuses; not at each try. */
    private void fault(String why, boolean isRefusal) {
        counts.fault(why);
        tell();
        if (told == BackendState.DOWN && !isClosed && !why.equals(LET_GO) && outage.failed(isRefusal)) {
            LOG.warn("backend {} at {} is DOWN: {}; retrying until it is up", id, dial.address(), why);
        }
    }

    @Override
    public void opened(BackendConnection connection) {
        String start = connection.identity().start();
        Optional<Backend> twin = all.twin(this, start);
        if (isClosed) {
            connection.giveUp(LET_GO);
        } else if (twin.isPresent()) {
            connection.refuse("it is the same server as " + twin.get());
        } else {
            wasWhole |= connections.areAllOpen();
            tell();
        }
    }

    @Override
    public void ended(BackendConnection connection, Queue<BackendRequest> requests, String why) {
        connections.remove(connection);
        wasWhole &= connections.isOpen(Lane.WRITES);
        fault(why, connection.isRefused());
        for (BackendRequest request : requests) {
            forget(request);
            if (!request.isOver()) {
                counts.failed++;
                watcher.ended(request.asked(), id, request.as(), RequestFate.LOST);
                request.lost(why);
            }
        }
    }

    /** Notifies the watcher if the state has changed. */
    private void tell() {
        tell(state());
    }

    private void tell(BackendState now) {
        if (now != told && !isClosed) {
            told = now;
            if (now == BackendState.UP) {
                outage.isOver();
                LOG.info("backend {} at {} is UP", id, dial.address());
            } else if (now == BackendState.SUSPECTED) {
                LOG.info("backend {} at {} is SUSPECTED: a check is overdue", id, dial.address());
            }
            watcher.changed(id, now);
        }
    }

    /** Reads that break their connections do not make it DOWN: it can still be written to. */
    BackendState state() {
        if (isClosed || !checks.isAnswering() || !wasWhole) {
            return BackendState.DOWN;
        }
        return checks.isSuspicious() ? BackendState.SUSPECTED : BackendState.UP;
    }

    /** Returns whether it can be given requests of this lane. */
    boolean takes(Lane lane) {
        return state() != BackendState.DOWN && connections.isOpen(lane);
    }

    /** Returns whether more is outstanding than is good for it. */
    boolean isFull(Lane lane) {
        return (lane.isReading() ? outstandingReadBytes : outstandingWriteBytes) > MAX_OUTSTANDING_BYTES;
    }

    /** Returns whether one of its connections leads to this start of a server. */
    boolean isAt(String start) {
        return connections.leadTo(start);
    }

    /** Gives it a request, which waits for the reply; the backend {@linkplain #takes takes} requests of its lane. */
    void give(BackendRequest request) {
        give(
                request,
                connections
                        .choose(request.lane(), request.asked().hash())
                        .orElseThrow(() -> new IllegalStateException("backend " + id + " is down")));
    }

    /** Gives it a request if it still is the same start of a server. */
    boolean giveIf(BackendRequest request, Predicate<Identity> isRight) {
        Optional<BackendConnection> connection =
                connections.choose(request.lane(), request.asked().hash(), isRight);
        if (connection.isEmpty() || state() == BackendState.DOWN) {
            return false;
        }
        give(request, connection.get());
        return true;
    }

    private void give(BackendRequest request, BackendConnection connection) {
        request.givenTo(this, connection);
        count(request, 1);
        counts.outstanding++;
        watcher.given(request.asked(), id);
        connection.send(request);
    }

    /** Asks how many keys it holds, beside everything else; {@code then} gets the reply, or nothing. */
    void askSize(Consumer<Optional<byte[]>> then) {
        checks.ask(DBSIZE, then);
    }

    private void count(BackendRequest request, int times) {
        long bytes = times * ((long) request.encoded().length + REQUEST_OVERHEAD_BYTES);
        if (request.lane().isReading()) {
            outstandingReadBytes += bytes;
        } else {
            outstandingWriteBytes += bytes;
        }
    }

    @Override
    public void answered(BackendRequest request, byte[] reply) {
        forget(request);
        if (!request.isOver()) {
            counts.countServed(dial.loop().ticker().nanoTime() - request.sentNanos());
            watcher.ended(
                    request.asked(),
                    id,
                    request.as(),
                    BackendRequest.isError(reply) ? RequestFate.REFUSED : RequestFate.ANSWERED);
            request.answered(reply);
        }
    }

    @Override
    public void droppedUnsent(BackendRequest request) {
        forget(request);
    }

    private void forget(BackendRequest request) {
        count(request, -1);
        counts.outstanding--;
    }

    /** Nobody waits for the reply to {@code request} any more. */
    void late(BackendRequest request) {
        counts.failed++;
        watcher.ended(request.asked(), id, request.as(), RequestFate.LATE);
    }

    NodeId id() {
        return id;
    }

    Address address() {
        return dial.address();
    }

    BackendCounts counts() {
        return counts;
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
