package sosad.app.bench;

import static sosad.model.PlainFormat.format;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;

/**
 * Reads a key at one node again and again, whose values are numbers that grow by one, and takes down when each of them,
 * or a greater one, was first seen.
 *
 * @param count how many values there will be, from 0
 */
record ProbeWatcher(RespClient connection, String key, int count, long limitNanos) implements Callable<long[]> {
    private static final long BETWEEN_READS_NANOS = TimeUnit.MICROSECONDS.toNanos(500);

    /** The times at which they were seen, on the clock of {@link System#nanoTime}. */
    @Override
    public long[] call() throws IOException {
        long[] seenNanos = new long[count];
        long deadline = System.nanoTime() + limitNanos;
        int seen = 0;
        while (seen < count) {
            String value = connection.get(key).text();
            long now = System.nanoTime();
            if (now > deadline) {
                throw new IOException(format("of %d probes only %d were seen at a peer", count, seen));
            }
            int newest = value.equals(RespReply.NIL) ? -1 : Integer.parseInt(value);
            for (; seen <= newest; seen++) {
                seenNanos[seen] = now;
            }
            LockSupport.parkNanos(BETWEEN_READS_NANOS);
        }
        return seenNanos;
    }
}
