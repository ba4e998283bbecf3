package sosad.app.view.stage;

import javafx.scene.control.Label;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;

/** A node's name on its colour. */
final class Badge extends Label {
    Badge(NodeId node) {
        super(node.name());
        getStyleClass().addAll("stage-badge", NodeColours.styleClass(node));
        if (NodeColours.rings(node) > 0) {
            getStyleClass().add(NodeColours.rings(node) == 1 ? "one-ring" : "two-rings");
        }
        setMinWidth(USE_PREF_SIZE);
    }
}
