package sosad.app.view;

import sosad.app.scenario.Action;
import sosad.model.NodeId;

/** Carries out what a user does to a node or gateway. */
public interface NodeActions {
    /** Kills, starts, pauses or resumes its process. */
    void act(Action action);

    /** Copies the command that connects a client to it. */
    void copyCommand(NodeId node);
}
