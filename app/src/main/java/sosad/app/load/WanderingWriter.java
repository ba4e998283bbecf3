package sosad.app.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.client.RespRequest;
import sosad.app.load.WanderingWrite.WanderingReply;
import sosad.app.process.NodeException;
import sosad.message.Address;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * A client that overwrites a few keys at one server after the other, and asks after each write which version it got.
 * Each write is sent after the one before is answered: by real time the last one wins. It has a thread; both end with
 * {@link #close}.
 */
public final class WanderingWriter implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int KEYS = 8;
    private static final int VERSION_ITEMS = 4;
    private static final long MAX_MILLIS_TO_STOP = 10_000;

    private final List<NodeId> servers;
    private final Function<NodeId, Optional<Address>> addresses;
    private final String prefix;
    private final SplittableRandom chance;
    private final long everyNanos;
    private final OperationLog log;
    private final int client;
    private final long beganNanos;
    private final Map<NodeId, RespClient> connections = new HashMap<>();
    private final List<WanderingWrite> writes = new ArrayList<>();
    private final Thread thread = new Thread(this::run, "wandering writer");
    private volatile boolean stopped;

    /**
     * A client that has not begun.
     *
     * @param addresses where a server is now, called on its thread
     * @param prefix what its keys begin with; nobody else writes such keys
     * @param writesPerSecond more than 0
     * @param log gets its requests as those of the client of this number
     * @param beganNanos when the log began, by {@link System#nanoTime}
     */
    public WanderingWriter(
            List<NodeId> servers,
            Function<NodeId, Optional<Address>> addresses,
            String prefix,
            long seed,
            double writesPerSecond,
            OperationLog log,
            int client,
            long beganNanos) {
        this.servers = List.copyOf(servers);
        this.addresses = addresses;
        this.prefix = prefix;
        this.chance = new SplittableRandom(seed);
        this.everyNanos = Math.round(TimeUnit.SECONDS.toNanos(1) / writesPerSecond);
        this.log = log;
        this.client = client;
        this.beganNanos = beganNanos;
        thread.setDaemon(true);
    }

    /** Lets it begin. */
    public void start() {
        thread.start();
    }

    private void run() {
        long due = System.nanoTime();
        for (long number = 1; !stopped; number++) {
            NodeId server = servers.get(chance.nextInt(servers.size()));
            write(server, prefix + chance.nextInt(KEYS), number);
            due = Math.max(due + everyNanos, System.nanoTime());
            for (long left = everyNanos; left > 0 && !stopped; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
        }
        connections.values().forEach(WanderingWriter::close);
    }

    private void write(NodeId server, String key, long number) {
        Optional<Address> address = addresses.apply(server);
        if (address.isEmpty()) {
            return;
        }
        long sent = System.nanoTime();
        try {
            RespClient connection = connection(server, address.get());
            RespReply reply = connection.set(key, Stamp.of(key, number));
            note(server, key, number, sent, outcome(reply));
            add(new WanderingWrite(
                    key, number, server, sent - beganNanos, told(reply), version(connection, key, number)));
        } catch (IOException e) {
            Optional.ofNullable(connections.remove(server)).ifPresent(WanderingWriter::close);
            note(server, key, number, sent, OperationOutcome.UNANSWERED);
            add(new WanderingWrite(key, number, server, sent - beganNanos, WanderingReply.NONE, Optional.empty()));
        }
    }

    private void note(NodeId server, String key, long number, long sentNanos, OperationOutcome outcome) {
        log.add(new Operation(
                client,
                server,
                OperationKind.WRITE,
                key,
                number,
                sentNanos - beganNanos,
                System.nanoTime() - beganNanos,
                outcome));
    }

    /** A gateway's error that leaves open whether a write was done counts as no answer. */
    private static OperationOutcome outcome(RespReply reply) {
        if (!reply.isError()) {
            return OperationOutcome.OK;
        }
        return reply.text().startsWith("UNCERTAIN") || reply.text().startsWith("PARTIAL")
                ? OperationOutcome.UNANSWERED
                : OperationOutcome.REFUSED;
    }

    private static WanderingReply told(RespReply reply) {
        if (reply.isError()) {
            return WanderingReply.REFUSED;
        }
        return reply.isNil() ? WanderingReply.LOST_AT_ONCE : WanderingReply.KEPT;
    }

    /** Returns the version of what the server holds, if that is this write. */
    private static Optional<Version> version(RespClient connection, String key, long number) throws IOException {
        List<RespReply> held =
                connection.request(RespRequest.of("SOSAD.GET", key)).items();
        if (held.size() < VERSION_ITEMS || Stamp.number(key, held.get(0).text()).orElse(0) != number) {
            return Optional.empty();
        }
        return Optional.of(new Version(
                Long.parseLong(held.get(1).text()),
                new NodeId(held.get(2).text()),
                1,
                Long.parseLong(held.get(3).text())));
    }

    private RespClient connection(NodeId server, Address address) throws IOException {
        RespClient open = connections.get(server);
        if (open == null) {
            open = new RespClient(address, TIMEOUT);
            connections.put(server, open);
        }
        return open;
    }

    private static void close(RespClient connection) {
        try {
            connection.close();
        } catch (IOException e) {
            // then it is gone, too
        }
    }

    private synchronized void add(WanderingWrite write) {
        writes.add(write);
    }

    /** Returns its writes so far, in their order. */
    public synchronized List<WanderingWrite> writes() {
        return List.copyOf(writes);
    }

    /** Returns the number in a value that it wrote under a key; 0: it wrote no such value. */
    public static long number(String key, String value) {
        return Stamp.number(key, value).orElse(0);
    }

    @Override
    public void close() {
        stop();
    }

    /** Lets it end after its present write; returns when it has ended. */
    public void stop() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(MAX_MILLIS_TO_STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        }
        if (thread.isAlive()) {
            throw new NodeException("the wandering writer does not end");
        }
    }
}
