package sosad.app.bench;

import java.io.IOException;
import sosad.app.client.RespClient;
import sosad.app.client.RespReply;

/**
 * A client that writes ever greater numbers under a few keys, one after the other, until its connection breaks, and
 * remembers which it sent and which were acknowledged.
 */
final class AcknowledgedWrites {
    private static final int KEYS = 20;

    private final String name;
    private final long[] sent = new long[KEYS];
    private final long[] acknowledged = new long[KEYS];
    private long next = 1;
    private long count;

    /** @param name begins the keys of this client */
    AcknowledgedWrites(String name) {
        this.name = name;
    }

    /** Returns how many writes were acknowledged. */
    long count() {
        return count;
    }

    private String key(int index) {
        return name + ":" + index;
    }

    /** Writes until the server is gone. */
    void writeUntilBroken(RespClient connection) {
        try (connection) {
            while (true) {
                int index = (int) (next % KEYS);
                sent[index] = next;
                connection.set(key(index), Long.toString(next)).orFail();
                acknowledged[index] = next;
                next++;
                count++;
            }
        } catch (IOException e) {
            next++; // the server was killed, as is intended
        }
    }

    /** Returns how many keys lack what was acknowledged, or hold what was never written. */
    int wrong(RespClient connection) throws IOException {
        int wrong = 0;
        for (int index = 0; index < KEYS; index++) {
            String text = connection.get(key(index)).text();
            long held = text.equals(RespReply.NIL) ? 0 : Long.parseLong(text);
            wrong += held < acknowledged[index] || held > sent[index] ? 1 : 0;
        }
        return wrong;
    }
}
