package sosad.app.view.stage.card;

import java.util.Set;
import sosad.model.Link;
import sosad.model.NodeId;

/** What a user can ask for at a node's card, besides what is done at once. */
public interface NodeRequests {
    /** The forms that a node has. */
    enum Form {
        PUSH,
        SYNC,
        SKEW,
        EXPECT
    }

    /** Opens a form of this node. */
    void open(NodeId node, Form form);

    /** Opens the form of a link. */
    void open(Link link);

    /** Returns whether the nodes keep their stores on disk. */
    boolean hasDisks();

    /** Returns the nodes that are chosen as a group. */
    Set<NodeId> group();

    /** Takes a node into the group, or out of it. */
    void toggleInGroup(NodeId node);

    /** Cuts all links between the group and the other nodes. */
    void cutOff();

    /** Mends all links between the group and the other nodes. */
    void mendOff();
}
