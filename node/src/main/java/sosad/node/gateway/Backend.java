package sosad.node.gateway;

import java.time.Duration;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import sosad.message.Address;
import sosad.message.BackendState;
import sosad.message.RequestFate;
import sosad.model.NodeId;

/** One server behind the gateway: keeps connections to it, checks them, and counts what it is asked. */
final class Backend implements BackendConnection.Owner {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    /** So that a long reply on one connection does not hold up all others. */
    private static final int CONNECTIONS = 2;

    /** What may be outstanding at one backend; a request takes its bytes and a little more. */
    private static final long MOST_OUTSTANDING_BYTES = 64L << 20;

    private static final int ERRAND_BYTES = 256;

    /** Why connections end that are no longer needed. */
    static final String LET_GO = "the gateway let it go";

    private final NodeId id;
    private final Dial dial;
    private final GatewayWatcher watcher;
    private final BackendConnection[] connections = new BackendConnection[CONNECTIONS];
    private final BackendCounts counts = new BackendCounts();
    private final BackendChecks checks;
    private final long silenceNanos;
    private BackendState told = BackendState.DOWN;
    private long outstandingBytes;
    private Future<?> rounds;
    private boolean isClosed;

    /** @param silence a connection that owes replies and sends nothing for so long is given up */
    Backend(NodeId id, Dial dial, GatewayWatcher watcher, Duration silence) {
        this.id = id;
        this.dial = dial;
        this.watcher = watcher;
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
        lost(LET_GO);
        tell(BackendState.DOWN);
        isClosed = true;
    }

    private void check() {
        for (int i = 0; i < CONNECTIONS; i++) {
            if (connections[i] == null) {
                connections[i] = BackendConnection.open(dial, this);
            } else if (connections[i].silentNanos() >= silenceNanos) {
                connections[i].giveUp(String.format(
                        Locale.ROOT,
                        "it owed replies and was silent for %d ms",
                        TimeUnit.NANOSECONDS.toMillis(silenceNanos)));
            }
        }
        checks.check();
        tell();
    }

    /** The backend does not answer: nobody should wait for what it was asked. */
    private void lost(String why) {
        counts.fault(why);
        for (BackendConnection connection : connections) {
            if (connection != null) {
                connection.giveUp(why);
            }
        }
        tell();
    }

    @Override
    public void opened(BackendConnection connection) {
        if (isClosed) {
            connection.giveUp(LET_GO);
        } else {
            tell();
        }
    }

    @Override
    public void ended(BackendConnection connection, Queue<Errand> errands, String why) {
        for (int i = 0; i < CONNECTIONS; i++) {
            if (connections[i] == connection) {
                connections[i] = null;
            }
        }
        counts.fault(why);
        tell();
        for (Errand errand : errands) {
            forget(errand);
            if (!errand.isOver()) {
                counts.countFailed();
                watcher.ended(errand.asked(), id, errand.as(), RequestFate.LOST);
                errand.lost(why);
            }
        }
    }

    /** The watcher is told if the state has changed. */
    private void tell() {
        tell(state());
    }

    private void tell(BackendState now) {
        if (now != told && !isClosed) {
            told = now;
            LOG.info(
                    "backend {} at {} is {}{}",
                    id,
                    dial.address(),
                    now,
                    now == BackendState.UP ? "" : counts.because());
            watcher.changed(id, now);
        }
    }

    BackendState state() {
        if (isClosed || !checks.isAnswering() || !hasOpenConnection()) {
            return BackendState.DOWN;
        }
        return checks.isSuspicious() ? BackendState.SUSPECTED : BackendState.UP;
    }

    private boolean hasOpenConnection() {
        for (BackendConnection connection : connections) {
            if (connection != null && connection.isOpen()) {
                return true;
            }
        }
        return false;
    }

    /** Whether more is outstanding than is good for it. */
    boolean isFull() {
        return outstandingBytes > MOST_OUTSTANDING_BYTES;
    }

    /** Gives it an errand, which waits for the reply; the backend is not {@link BackendState#DOWN}. */
    void give(Errand errand) {
        BackendConnection connection = connection(errand.asked().hash());
        errand.givenTo(this, connection);
        outstandingBytes += errand.request().length + ERRAND_BYTES;
        counts.given();
        watcher.given(errand.asked(), id);
        connection.send(errand);
    }

    /** One connection for all requests for a key, so that they keep their order. */
    private BackendConnection connection(int hash) {
        int from = Math.floorMod(hash, CONNECTIONS);
        for (int i = 0; i < CONNECTIONS; i++) {
            BackendConnection connection = connections[(from + i) % CONNECTIONS];
            if (connection != null && connection.isOpen()) {
                return connection;
            }
        }
        throw new IllegalStateException("backend " + id + " is down");
    }

    @Override
    public void answered(Errand errand, byte[] reply) {
        forget(errand);
        if (!errand.isOver()) {
            counts.countServed(dial.loop().ticker().nanoTime() - errand.sentNanos());
            watcher.ended(
                    errand.asked(),
                    id,
                    errand.as(),
                    Errand.isError(reply) ? RequestFate.REFUSED : RequestFate.ANSWERED);
            errand.answered(reply);
        }
    }

    @Override
    public void droppedUnsent(Errand errand) {
        forget(errand);
    }

    private void forget(Errand errand) {
        outstandingBytes -= errand.request().length + ERRAND_BYTES;
        counts.taken();
    }

    /** Nobody waits for the reply to {@code errand} any more. */
    void late(Errand errand) {
        counts.countFailed();
        watcher.ended(errand.asked(), id, errand.as(), RequestFate.LATE);
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
