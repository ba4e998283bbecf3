package sosad.app.check.cache;

import java.io.IOException;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;
import sosad.app.load.Operation;
import sosad.app.load.OperationKind;
import sosad.app.load.OperationLog;
import sosad.app.load.OperationOutcome;
import sosad.model.NodeId;

/** Keys under which one client writes rising numbers, through a gateway or at the server, and reads them at both. */
final class CachedKeys {
    private final String prefix;
    private final long[] newest;
    private final Way gateway;
    private final Way direct;
    private final OperationLog log;
    private final long beganNanos = System.nanoTime();

    /** A way to the server, in the log the client of a number. */
    record Way(NodeId id, int client, RespClient connection) {}

    /**
     * A read.
     *
     * @param sentNanos when it was sent, by {@link System#nanoTime}
     * @param staleBy by how many versions the value was old; less than 0: nobody wrote it
     */
    record CacheRead(long sentNanos, int staleBy) {
        boolean isStale() {
            return staleBy > 0;
        }

        boolean isWrong() {
            return staleBy < 0;
        }
    }

    CachedKeys(String prefix, int keys, Way gateway, Way direct, OperationLog log) {
        this.prefix = prefix;
        this.newest = new long[keys];
        this.gateway = gateway;
        this.direct = direct;
        this.log = log;
    }

    int size() {
        return newest.length;
    }

    String name(int key) {
        return prefix + key;
    }

    /** Returns a key that is never written. */
    String noKey() {
        return prefix + "none";
    }

    /** Writes the next number through the gateway. */
    long writeThrough(int key) throws IOException {
        return write(key, gateway);
    }

    /** Writes the next number at the server; returns when it was acknowledged, by {@link System#nanoTime}. */
    long writeDirectly(int key) throws IOException {
        return write(key, direct);
    }

    CacheRead readThrough(int key) throws IOException {
        return read(key, gateway);
    }

    CacheRead readDirectly(int key) throws IOException {
        return read(key, direct);
    }

    private long write(int key, Way way) throws IOException {
        long number = newest[key] + 1;
        long sent = System.nanoTime();
        RespReply reply = way.connection().set(name(key), Long.toString(number));
        add(way, OperationKind.WRITE, key, number, sent, reply, Operation.NOT_JUDGED);
        reply.orFail();
        newest[key] = number;
        return System.nanoTime();
    }

    private CacheRead read(int key, Way way) throws IOException {
        long sent = System.nanoTime();
        RespReply reply = way.connection().get(name(key));
        long number = number(reply);
        boolean isOurs = number >= Operation.NOTHING && number <= newest[key];
        int staleBy = isOurs ? (int) (newest[key] - number) : -1;
        add(way, OperationKind.READ, key, isOurs ? number : Operation.FOREIGN, sent, reply, staleBy);
        reply.orFail();
        return new CacheRead(sent, staleBy);
    }

    private static long number(RespReply reply) {
        if (reply.value().isEmpty()) {
            return Operation.NOTHING;
        }
        try {
            return Long.parseLong(reply.text());
        } catch (NumberFormatException e) {
            return Operation.FOREIGN;
        }
    }

    private void add(Way way, OperationKind kind, int key, long number, long sent, RespReply reply, int staleBy) {
        log.add(new Operation(
                way.client(),
                way.id(),
                kind,
                name(key),
                number,
                sent - beganNanos,
                System.nanoTime() - beganNanos,
                reply.isError() ? OperationOutcome.REFUSED : OperationOutcome.OK,
                kind == OperationKind.READ ? Math.max(staleBy, Operation.NOT_JUDGED) : Operation.NOT_JUDGED));
    }
}
