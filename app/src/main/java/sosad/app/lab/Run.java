package sosad.app.lab;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import sosad.app.client.ClientReply;
import sosad.app.scenario.Action;
import sosad.app.scenario.ActionFailure;
import sosad.model.Entry;
import sosad.model.NodeId;

/**
 * A cluster that is played step by step, or runs by its own clocks: every action goes to the run, which knows its mode.
 * Used by the lab's thread alone.
 */
sealed interface Run permits StepRun, LiveRun {
    /** @throws ActionFailure if the nodes run by their own clocks */
    StepRun inSteps();

    /** @throws ActionFailure if the clocks stand still */
    LiveRun live();

    /** Carries out an action by hand. */
    CompletableFuture<Optional<ClientReply>> act(Action action);

    /** Ends whatever is wrong with the cluster. */
    void heal();

    /** Starts a process that is down. One that still runs hangs, and is killed first. */
    void restart(NodeId process);

    /** A client other than this program has written. */
    void outsideWrite(NodeId node, Entry entry, boolean lost);

    /** Notes that a process has ended by itself; returns the event to report. */
    LabEvent died(NodeId process, String lastWords);

    /** Ends what is done to the cluster. */
    void close();
}
