package sosad.app.view;

import sosad.app.explain.Question;
import sosad.app.scenario.Action;
import sosad.app.scenario.MessageAction;
import sosad.model.NodeId;

/** Carries out what a user does on the stage. */
public interface StageActions {
    /** Does something to the message with this number. */
    void handle(long id, MessageAction action);

    /** Kills, starts, pauses or resumes the process of a node or gateway. */
    void act(Action action);

    /** Asks why something is as it is; also of the past. */
    void why(Question question);

    /** Opens the client for requests at a node. */
    void askAsClient(NodeId node);

    /** Copies the command that connects a client to a node or gateway. */
    void copyCommand(NodeId node);
}
