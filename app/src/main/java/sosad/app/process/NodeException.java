package sosad.app.process;

import sosad.model.NodeId;

/** A node or the network between the nodes failed. The message names the node and says what, fit for the user. */
public final class NodeException extends RuntimeException {
    public NodeException(NodeId node, String what) {
        super("node %s %s".formatted(node, what));
    }

    public NodeException(String what) {
        super(what);
    }
}
