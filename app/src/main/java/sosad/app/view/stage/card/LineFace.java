package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import sosad.app.history.NodeState.Status;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeBadge;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A node with little room: how far it has heard each peer, and what it holds and lacks. */
final class LineFace extends VBox implements NodeCard.Part {
    private final NodeBadge badge;
    private final List<RowNumber> figures = new ArrayList<>();
    private final Label entries = Controls.fixedLabel("", "entries");
    private final Label lacks = Controls.fixedLabel("", "lacks");
    private final Animator animator;

    LineFace(NodeId node, List<NodeId> peers, Animator animator) {
        this.animator = animator;
        getStyleClass().add("line-face");
        badge = new NodeBadge(node);
        HBox line = new HBox(badge);
        line.getStyleClass().add("line");
        for (NodeId peer : peers) {
            RowNumber now = new RowNumber(peer, Row::now);
            HBox pair = new HBox(Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer)), now.label());
            pair.getStyleClass().add("pair");
            line.getChildren().add(new StackPane(now.ground(), pair));
            figures.add(now);
        }
        HBox counts = new HBox(entries, lacks);
        getChildren().addAll(line, counts);
    }

    @Override
    public void update(CardState state) {
        badge.setHollow(!state.node().hasProcess());
        figures.forEach(figure -> figure.show(state, animator));
        boolean up = state.node().status() == Status.UP;
        entries.setText(up && state.writes().isEmpty() ? state.entries() : state.status());
        lacks.setVisible(state.node().hasProcess() && state.lacks() > 0);
        lacks.setText(" · lacks " + state.lacks());
    }
}
