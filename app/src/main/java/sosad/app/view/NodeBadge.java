package sosad.app.view;

import javafx.scene.control.Label;
import sosad.model.NodeId;

/** A node's name on its colour. */
public final class NodeBadge extends Label {
    public NodeBadge(NodeId node) {
        super(node.name());
        getStyleClass().add("node-badge");
        NodeColours.mark(this, node);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Draws the badge hollow, as that of a dead node, or filled. */
    public void setHollow(boolean hollow) {
        Controls.style(this, "hollow", hollow);
    }
}
