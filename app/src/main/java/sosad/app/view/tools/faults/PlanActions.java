package sosad.app.view.tools.faults;

/** What needs a file of the user's. */
public interface PlanActions {
    /** The user chooses a plan, which then runs. */
    void openPlan();

    /** What was done to the cluster so far becomes a plan in a file of the user's choice. */
    void savePlan();
}
