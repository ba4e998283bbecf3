package sosad.app.view.stage.card;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.model.NodeId;

/** A node among many: its badge and, where there is room, how many entries it holds and how many it lacks. */
final class BadgeFace extends VBox implements NodeCard.Part {
    private final Label held = Controls.fixedLabel("", "held-count");
    private final Label lacks = Controls.fixedLabel("", "lacks");

    private final NodeBadge badge;

    BadgeFace(NodeId node, boolean withFigures) {
        badge = new NodeBadge(node);
        getStyleClass().add("badge-face");
        HBox figures = new HBox(held, lacks);
        figures.getStyleClass().add("figures");
        getChildren().add(badge);
        if (withFigures) {
            getChildren().add(figures);
        }
    }

    @Override
    public void update(CardState state) {
        boolean live = state.node().hasProcess();
        badge.setHollow(!live);
        held.setText(live ? Integer.toString(state.node().entries().size()) : "dead");
        boolean lags = live && state.lacks() > 0;
        Controls.show(lacks, lags);
        lacks.setText("−" + state.lacks());
    }
}
