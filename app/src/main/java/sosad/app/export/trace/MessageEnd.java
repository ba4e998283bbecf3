package sosad.app.export.trace;

import java.util.Optional;
import sosad.app.history.Fate;
import sosad.app.history.Message;
import sosad.app.history.RunEvent;

/**
 * The end of a message, or of a copy of it, that does not arrive.
 *
 * @param words how it ends
 */
record MessageEnd(Message message, String words) {
    /** Returns the end that an event is, if it is one. */
    static Optional<MessageEnd> of(RunEvent event) {
        if (event instanceof RunEvent.Sent sent && sent.message().fate() == Fate.LOST) {
            return Optional.of(new MessageEnd(sent.message(), "lost"));
        }
        if (event instanceof RunEvent.Handled handled) {
            return switch (handled.handling()) {
                case LOST -> Optional.of(new MessageEnd(handled.message(), "lost"));
                case DISCARDED -> Optional.of(new MessageEnd(handled.message(), "thrown away"));
                case REFUSED -> Optional.of(new MessageEnd(handled.message(), "corrupt, refused"));
                default -> Optional.empty();
            };
        }
        return Optional.empty();
    }
}
