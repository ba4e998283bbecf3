package sosad.app.check.nemesis;

import sosad.app.check.FaultBand;
import sosad.app.fault.plan.PlanEvent;
import sosad.app.load.Workload.Tally;

/** Is told how a run under faults goes on, on the thread that owns the cluster. */
public interface NemesisListener {
    /** The plan has done something, or could not. */
    default void happened(PlanEvent event) {}

    /** A fault was in force. */
    default void faulted(FaultBand band) {}

    /** So much of the time under faults is over; told often. */
    default void passed(long millis) {}

    /** Reports the replies to clients so far. */
    default void counted(long atMillis, Tally tally) {}

    /** The time under faults is over, and the clients have ended. */
    default void ended() {}

    /** Everything is healed; from now on it is waited for the nodes to agree. */
    default void healed() {}
}
