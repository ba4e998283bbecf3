package sosad.app.lab;

import java.util.concurrent.CompletableFuture;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.Scenario;

/**
 * The branches of a lesson. A command that cannot be carried out completes its future with a {@link ActionFailure}
 * whose message is fit for the user.
 */
public interface BranchLab {
    /** Returns all branches, and where the run stands. */
    CompletableFuture<RunTree> branches();

    /**
     * Stands at an event of a branch, truly: starts fresh nodes and repeats everything up to there. In the middle of
     * one action, which happens at once, it stands at the end of that. What is done there goes along the branch if it
     * was done there before, and begins another if not. Fails where nodes have run by their own clocks.
     */
    CompletableFuture<Void> jump(BranchId branch, int event);

    /**
     * Goes forward to the next stop of the present branch: does once more what Back has left behind, also by hand.
     * Fails at its end.
     *
     * @param alsoInFlight whether a step in flight counts as a stop
     */
    CompletableFuture<Void> forward(boolean alsoInFlight);

    /**
     * Plays a scenario on fresh nodes to its end and stands there, on a branch of its own that leaves the one with
     * which it has most in common. One that was played so before is that branch.
     *
     * @param title the branch's title
     */
    CompletableFuture<Void> openBranch(Scenario played, String title);

    /** Gives a branch another title. */
    CompletableFuture<Void> renameBranch(BranchId branch, String title);

    /**
     * Takes a branch away, on which the run must not stand. Branches that left it stay whole.
     *
     * @return the branch, for {@link #restoreBranch}
     */
    CompletableFuture<Branch> deleteBranch(BranchId branch);

    /** Puts a branch back that was taken away. */
    CompletableFuture<Void> restoreBranch(Branch branch);
}
