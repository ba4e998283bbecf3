package sosad.app.scenario;

import java.util.Set;
import sosad.model.NodeId;

/**
 * What a push or a sync does to its own messages, by destination. Of one destination in several sets, {@code lose} goes
 * before {@code hold} before {@code duplicate}.
 *
 * @param lose these messages are lost
 * @param hold these are held
 * @param duplicate these are delivered twice in a row
 */
public record Fates(Set<NodeId> lose, Set<NodeId> hold, Set<NodeId> duplicate) {
    /** Nothing is done to any message. */
    public static final Fates NONE = new Fates(Set.of(), Set.of(), Set.of());

    public Fates {
        lose = Set.copyOf(lose);
        hold = Set.copyOf(hold);
        duplicate = Set.copyOf(duplicate);
    }
}
