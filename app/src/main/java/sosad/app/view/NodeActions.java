package sosad.app.view;

import sosad.model.NodeId;

/** What a user can do to a node; kill, start and copy to a gateway as well. */
public interface NodeActions {
    /** Ends its process at once. */
    void kill(NodeId node);

    /** Starts its process again. */
    void start(NodeId node);

    /** Freezes its process. */
    void pause(NodeId node);

    /** Lets its frozen process go on. */
    void resume(NodeId node);

    /** Copies the command that connects a client to it. */
    void copyCommand(NodeId node);
}
