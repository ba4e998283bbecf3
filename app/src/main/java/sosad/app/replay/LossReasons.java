package sosad.app.replay;

import java.util.Optional;
import sosad.model.Link;

/** The reasons why messages were lost on links, which no node can record. */
@FunctionalInterface
public interface LossReasons {
    /** Nothing is known. */
    LossReasons UNKNOWN = (link, epochMillis) -> Optional.empty();

    /** Returns why a message that was sent then has not arrived, in the words of a message's fate. */
    Optional<String> of(Link link, long epochMillis);
}
