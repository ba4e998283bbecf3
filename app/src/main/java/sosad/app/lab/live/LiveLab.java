package sosad.app.lab.live;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import sosad.app.cluster.ClusterEvent;
import sosad.app.cluster.LiveCluster;
import sosad.app.fault.ActiveFault;
import sosad.app.fault.Fault;
import sosad.app.fault.FaultSnapshot;
import sosad.app.fault.plan.FaultPlan;
import sosad.app.load.LoadSettings;
import sosad.app.scenario.ActionFailure;

/**
 * The side of a lab on which the nodes run by their own clocks. What cannot be done completes its future with a
 * {@link ActionFailure} whose message is fit for the user.
 */
public interface LiveLab {
    /**
     * Finishes the present step; from then on the nodes run by their own clocks, and messages pass by themselves. The
     * run cannot go back from there.
     */
    CompletableFuture<Void> goLive();

    /** The clocks stop. What was on its way is held; steps can be played again. */
    CompletableFuture<Void> stopClocks();

    /**
     * Does something to a live cluster.
     *
     * @return the fault with its number, by which it is healed unless it is momentary
     */
    CompletableFuture<ActiveFault> inject(Fault fault);

    /** Returns what is wrong with a live cluster now; a {@link LiveState} tells it a little later. */
    CompletableFuture<FaultSnapshot> faults();

    /** Ends a fault that is in force on a live cluster, by its number. */
    CompletableFuture<Void> heal(long number);

    /** Lets a plan decide from now on what is done to a live cluster, in place of one that ran before. */
    CompletableFuture<Void> runPlan(FaultPlan plan, long seed);

    /** No plan decides any more; what is in force stays. */
    CompletableFuture<Void> endPlan();

    /** Lets clients write and read at a live cluster, one at each node and gateway, or changes what they do. */
    CompletableFuture<Void> setClients(LoadSettings settings);

    /** Ends the clients of a live cluster. They end with its clocks anyway. */
    CompletableFuture<Void> stopClients();

    /** Returns what was done to the live cluster so far, by hand and by plans, as a plan that does it again. */
    CompletableFuture<FaultPlan> faultsSoFar();

    /** Asks a live cluster something, on the lab's thread, which waits meanwhile. */
    <T> CompletableFuture<T> ask(Function<LiveCluster, T> question);

    /**
     * Tells a watcher what a live cluster does, in place of the one before: which stores begin and take entries, which
     * frames are refused, and which processes end that nobody meant to end. It is told on the lab's thread, until
     * another cluster takes this one's place.
     */
    CompletableFuture<Void> watch(Consumer<ClusterEvent> watcher);
}
