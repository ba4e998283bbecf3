package sosad.app.bench;

import java.io.IOException;
import java.util.List;
import sosad.app.cluster.ClientConnection;

/**
 * A client that writes ever greater numbers under a few keys, one after the other, until its connection breaks, and
 * remembers which it sent and which were acknowledged.
 */
final class AcknowledgedWrites {
    private static final int KEYS = 20;
    private static final String ABSENT = "(nil)";

    private final String name;
    private final long[] sent = new long[KEYS];
    private final long[] acknowledged = new long[KEYS];
    private long next = 1;
    private long count;

    /** @param name begins the keys of this client */
    AcknowledgedWrites(String name) {
        this.name = name;
    }

    /** How many writes were acknowledged. */
    long count() {
        return count;
    }

    private String key(int index) {
        return name + ":" + index;
    }

    /** Writes until the server is gone. */
    void writeUntilBroken(ClientConnection connection) {
        try (connection) {
            while (true) {
                int index = (int) (next % KEYS);
                sent[index] = next;
                BulkLoad.expectOk(connection.request(Sample.set(key(index), Long.toString(next))));
                acknowledged[index] = next;
                next++;
                count++;
            }
        } catch (IOException e) {
            next++; // the server was killed, as is intended
        }
    }

    /** How many keys lack what was acknowledged, or hold what was never written. */
    int wrong(ClientConnection connection) throws IOException {
        int wrong = 0;
        for (int index = 0; index < KEYS; index++) {
            String text = connection
                    .request(List.of(ClientConnection.ascii("GET"), ClientConnection.ascii(key(index))))
                    .text();
            long held = text.equals(ABSENT) ? 0 : Long.parseLong(text);
            wrong += held < acknowledged[index] || held > sent[index] ? 1 : 0;
        }
        return wrong;
    }
}
