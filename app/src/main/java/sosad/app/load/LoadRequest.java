package sosad.app.load;

import java.nio.charset.StandardCharsets;
import sosad.model.NodeId;

/** A request of a client, from its choice to its reply; the object then serves for another. */
final class LoadRequest {
    OperationKind kind = OperationKind.READ;

    /** The process that is asked. */
    NodeId server;

    /** The key without its number, in ASCII. */
    byte[] keyPrefix = {};

    /** The number with which the key ends. */
    long keyNumber;

    /** The number that is written; of a delete, the number that it has among the writes of its key. */
    long version;

    /** When it was meant to go, by {@link System#nanoTime}. */
    long intendedNanos;

    /** When it went. */
    long invokedNanos;

    /** Returns the key as text. */
    String key() {
        return new String(keyPrefix, StandardCharsets.US_ASCII) + keyNumber;
    }
}
