package sosad.app.check.consistency;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import sosad.model.NodeId;

/**
 * What was delivered to one store and may still wait in its connection. A node serves all its connections on one
 * thread, turn by turn, and in each turn reads at least {@value #BYTES_A_TURN} bytes of each that has some. A request
 * that was sent after a delivery is answered in a turn that begins after it; so what was delivered is read once as many
 * writes were acknowledged there, one after the other and the first of them sent after the delivery, as it takes turns
 * to read it and all that was delivered before ({@code docs/decisions/0092}).
 */
final class PendingDeliveries {
    /** Netty makes up to 16 reads of at least 64 bytes. */
    static final int BYTES_A_TURN = 16 * 64;

    /** The turn that was going on, and one in which the connection was ready but not yet known to be. */
    static final int TURNS_BEFORE = 2;

    /** The most deliveries that are remembered; of those beyond nothing follows. */
    static final int MAX_PENDING = 65_536;

    private final NodeId store;
    private final DeliveryReader reader;
    private final Deque<Delivery> pending = new ArrayDeque<>();
    private long turns;
    private long turnNanos = Long.MIN_VALUE;
    private long bytes;
    private long lastNeeded;
    private long forgotten;

    /** What a message brought. */
    private record Delivery(long connection, long neededTurns, int bytes, List<Brought> brought) {}

    /** An entry that a message brought: the key and the number in the value. */
    record Brought(String key, long version) {}

    /** Is told what a store has read. */
    interface DeliveryReader {
        void has(NodeId store, Brought brought, long nanos);
    }

    PendingDeliveries(NodeId store, DeliveryReader reader) {
        this.store = store;
        this.reader = reader;
    }

    /** A message was handed to the store's connection. */
    void delivered(long connection, int messageBytes, List<Brought> brought) {
        if (pending.size() == MAX_PENDING) {
            forgotten++;
            return;
        }
        bytes += messageBytes;
        long needed = turns + 1 + TURNS_BEFORE + (bytes + BYTES_A_TURN - 1) / BYTES_A_TURN;
        lastNeeded = Math.max(lastNeeded, needed);
        pending.add(new Delivery(connection, lastNeeded, messageBytes, List.copyOf(brought)));
    }

    /** A write was acknowledged there. */
    void acknowledged(long sentNanos, long nanos) {
        if (sentNanos <= turnNanos) {
            return; // it was sent before the last one that counted was answered
        }
        turns++;
        turnNanos = nanos;
        while (!pending.isEmpty() && pending.peek().neededTurns() <= turns) {
            Delivery read = pending.remove();
            bytes -= read.bytes();
            read.brought().forEach(one -> reader.has(store, one, nanos));
        }
    }

    /** What this connection has delivered and was not read may never be. */
    void ending(long connection) {
        pending.removeIf(one -> one.connection() == connection);
        bytes = pending.stream().mapToLong(Delivery::bytes).sum();
    }

    /** The store is another one. */
    void clear() {
        pending.clear();
        bytes = 0;
    }

    /** Returns how many deliveries were too many to be remembered. */
    long forgotten() {
        return forgotten;
    }
}
