package sosad.app.load;

import java.util.Objects;
import java.util.Optional;
import sosad.model.NodeId;
import sosad.model.Version;

/**
 * A write of a client that goes from server to server.
 *
 * @param key under which key
 * @param number its number: of two writes that were answered, the one with the greater number was sent after the other
 *     was answered
 * @param server where
 * @param sentNanos when it was sent, since the beginning of the log
 * @param told what the server answered
 * @param version the version that it got, if the server told it right afterwards; all stores count as the first
 */
public record WanderingWrite(
        String key, long number, NodeId server, long sentNanos, WanderingReply told, Optional<Version> version) {
    public WanderingWrite {
        Objects.requireNonNull(key);
        Objects.requireNonNull(server);
        Objects.requireNonNull(told);
        Objects.requireNonNull(version);
    }

    /** The answer to a write. */
    public enum WanderingReply {
        /** It is kept. */
        KEPT,
        /** It is older than what the server holds, and lost at once. */
        LOST_AT_ONCE,
        /** It was refused. */
        REFUSED,
        /** None. */
        NONE
    }
}
