package sosad.app.fault.plan;

import java.util.HashMap;
import java.util.Map;
import sosad.app.fault.ProcessFault;
import sosad.model.NodeId;

/** Which processes are out by a plan's own account: it does not know how the cluster fares. */
final class Outages {
    /** As long as it takes until a process that is started again is up, and more. */
    private static final long START_MILLIS = 1_500;

    private final Map<NodeId, Long> upAgainAt = new HashMap<>();

    boolean isUp(NodeId process, long atMillis) {
        return upAgainAt.getOrDefault(process, 0L) <= atMillis;
    }

    void note(NodeId process, ProcessFault fault, Decision decision) {
        if (takesOut(fault)) {
            long endsAt = fault.isMomentary()
                    ? decision.atMillis()
                    : decision.healAtMillis().orElse(Long.MAX_VALUE - START_MILLIS);
            upAgainAt.merge(process, endsAt + START_MILLIS, Math::max);
        }
    }

    /** Whether a process does not answer while this is wrong with it. */
    private static boolean takesOut(ProcessFault fault) {
        return !(fault instanceof ProcessFault.Skew
                || fault instanceof ProcessFault.Drift
                || fault instanceof ProcessFault.SlowDisk);
    }
}
