package sosad.app.lab;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import sosad.app.client.ClientReply;
import sosad.app.lab.live.LiveLab;
import sosad.app.lab.step.RecordedScenario;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.app.scenario.MessageAction;
import sosad.app.scenario.Scenario;
import sosad.protocol.Rules;

/**
 * A running cluster and the scenario that is played on it. Every command is queued and carried out in order by one
 * thread; none blocks its caller. A command that cannot be carried out completes its future with a
 * {@link ActionFailure} whose message is fit for the user. What the commands bring about is reported to the listener as
 * {@link LabEvent}s.
 */
public interface Lab extends LiveLab, BranchLab, BreakpointLab, AutoCloseable {
    /**
     * Starts a fresh cluster for {@code scenario} and stands at its start. Ends the one that ran before, and all its
     * branches.
     */
    CompletableFuture<Void> open(Scenario scenario);

    /** Stands at the start of the present branch, on fresh nodes. */
    CompletableFuture<Void> restart();

    /**
     * Goes back to the previous stop (a step's end, or a step in flight), truly: starts fresh nodes and repeats
     * everything up to there. Fails at the start, where there is none. What comes after the stop stays as it is on its
     * branch; doing the same again goes along it, and doing something else begins another.
     *
     * @param alsoInFlight whether a step in flight counts as a stop
     */
    CompletableFuture<Void> back(boolean alsoInFlight);

    /**
     * Plays the same once more under other rules, as a branch with a start of its own: starts fresh nodes and repeats
     * everything that was done, also by hand, up to the same moment; Restart and Back then stay under these rules. What
     * cannot be repeated under them is left out and reported. Fails if the nodes have run by their own clocks.
     */
    CompletableFuture<Void> playUnder(Rules rules);

    /** Begins the next step of the scenario: carries out its actions and stops in flight. Finishes the present one. */
    CompletableFuture<Void> beginStep();

    /**
     * Carries out the next action of the scenario in flight; when there is none, delivers the next message; when there
     * is none, ends the step.
     *
     * @return whether the step goes on
     */
    CompletableFuture<Boolean> deliverNext();

    /**
     * Delivers what is in flight, one after the other, and ends the step.
     *
     * @param pace asked before each delivery: completes when it is time, with whether to go on
     */
    default CompletionStage<Void> finishStep(Supplier<CompletionStage<Boolean>> pace) {
        return pace.get()
                .thenCompose(goOn -> goOn ? deliverNext() : CompletableFuture.completedFuture(false))
                .thenCompose(goesOn -> goesOn ? finishStep(pace) : CompletableFuture.completedFuture(null));
    }

    /** Delivers all messages in flight, one after the other, and ends the step. */
    CompletableFuture<Void> finishStep();

    /**
     * Carries out an action by hand. When the present step is over, this opens a new one at T + 1 (a {@code get}, and
     * what sets or ends a rule, never does). The run is off script from then on.
     *
     * @return what the client got, for put, delete and get
     */
    CompletableFuture<Optional<ClientReply>> act(Action action);

    /**
     * Returns what was done so far, by the scenario and by hand, as a scenario that does it again. Fails if the nodes
     * have run by their own clocks.
     */
    CompletableFuture<RecordedScenario.Recorded> recorded();

    /** Returns the run so far as a value. Fails while the nodes run by their own clocks. */
    CompletableFuture<PlayedRun> played();

    /** Finishes the present step and opens one at T + 1 in which nothing is done yet. */
    CompletableFuture<Void> tick();

    /** Does something to a message that is under way, or was lost in this step. */
    CompletableFuture<Void> handle(long message, MessageAction action);

    /**
     * Ends all rules, mends all links, lets paused nodes go on and starts what is dead; Back undoes it as one. Ends the
     * plan and all faults of a live cluster, and starts every process of it that is down.
     */
    CompletableFuture<Void> heal();

    /** Returns whether processes that are down are started again by themselves; at first they are not. */
    CompletableFuture<Void> restartAutomatically(boolean on);

    /** Ends the cluster and every process of it. */
    @Override
    void close();
}
