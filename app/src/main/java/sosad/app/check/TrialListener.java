package sosad.app.check;

import sosad.app.fault.plan.PlanEvent;
import sosad.app.load.Tally;

/** Is told how a trial goes on. */
public interface TrialListener {
    /** The plan has done something, or could not. */
    void happened(PlanEvent event);

    /** What clients were told so far. */
    void counted(long atMillis, Tally tally);

    /** Everything is healed; from now on it is waited for the nodes to agree. */
    void healed();
}
