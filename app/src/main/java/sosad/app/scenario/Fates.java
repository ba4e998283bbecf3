package sosad.app.scenario;

import java.util.Map;
import java.util.Set;
import sosad.model.NodeId;

/**
 * The fates that a push or a sync gives its own messages, by destination. Of one destination that is named several
 * times the first counts, in the order of the components.
 *
 * @param lose these messages are lost
 * @param hold these are held
 * @param delay these are held for so many steps
 * @param corrupt the bytes of these are changed on the way
 * @param duplicate these are delivered twice in a row
 */
public record Fates(
        Set<NodeId> lose, Set<NodeId> hold, Map<NodeId, Integer> delay, Set<NodeId> corrupt, Set<NodeId> duplicate) {
    /** Nothing is done to any message. */
    public static final Fates NONE = new Fates(Set.of(), Set.of(), Set.of());

    public Fates {
        lose = Set.copyOf(lose);
        hold = Set.copyOf(hold);
        delay = Map.copyOf(delay);
        corrupt = Set.copyOf(corrupt);
        duplicate = Set.copyOf(duplicate);
    }

    /** Nothing is delayed or corrupt. */
    public Fates(Set<NodeId> lose, Set<NodeId> hold, Set<NodeId> duplicate) {
        this(lose, hold, Map.of(), Set.of(), duplicate);
    }
}
