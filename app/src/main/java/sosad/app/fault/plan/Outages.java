package sosad.app.fault.plan;

import java.util.HashMap;
import java.util.Map;
import sosad.app.fault.Effect;
import sosad.model.NodeId;

/** The processes that are out by a plan's own record: it does not know what happens to the cluster. */
final class Outages {
    /** The time until a restarted process is up, and more. */
    private static final long START_MILLIS = 1_500;

    private final Map<NodeId, Long> upAgainAt = new HashMap<>();

    boolean isUp(NodeId process, long atMillis) {
        return upAgainAt.getOrDefault(process, 0L) <= atMillis;
    }

    void note(Decision decision) {
        Effect effect = decision.fault().kind().effect();
        if (effect.takesOut()) {
            long endsAt = effect.isMomentary()
                    ? decision.atMillis()
                    : decision.healAtMillis().orElse(Long.MAX_VALUE - START_MILLIS);
            upAgainAt.merge(decision.fault().target().orElseThrow(), endsAt + START_MILLIS, Math::max);
        }
    }
}
