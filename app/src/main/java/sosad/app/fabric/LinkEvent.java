package sosad.app.fabric;

import sosad.model.Link;
import sosad.wire.FrameKind;

/**
 * The outcome of a message on a live link.
 *
 * @param link the link
 * @param kind what kind of message it was
 * @param outcome how it ended
 */
public record LinkEvent(Link link, FrameKind kind, LinkOutcome outcome) {
    /** The way a message ends. */
    public enum LinkOutcome {
        /** It went out as it came in. */
        PASSED,
        /** It was lost, to a fault or because nobody was there. */
        LOST,
        /** It went out with changed bytes. */
        CORRUPTED
    }
}
