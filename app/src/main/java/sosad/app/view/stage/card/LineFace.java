package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
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
final class LineFace extends VBox implements CardPart {
    private record BenchResult(NodeId peer, Label now, Region highlight) {}

    private final NodeBadge badge;
    private final List<BenchResult> figures = new ArrayList<>();
    private final Label entries = Controls.fixedLabel("", "entries");
    private final Label lacks = Controls.fixedLabel("", "lacks");
    private final Animator motion;

    LineFace(NodeId node, List<NodeId> peers, Animator motion) {
        this.motion = motion;
        getStyleClass().add("line-face");
        badge = new NodeBadge(node);
        HBox line = new HBox(badge);
        line.getStyleClass().add("line");
        for (NodeId peer : peers) {
            Label now = Controls.fixedLabel("", "figure");
            Region highlight = new Region();
            highlight.getStyleClass().add("highlight");
            highlight.setVisible(false);
            HBox pair = new HBox(Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer)), now);
            pair.getStyleClass().add("pair");
            line.getChildren().add(new StackPane(highlight, pair));
            figures.add(new BenchResult(peer, now, highlight));
        }
        HBox counts = new HBox(entries, lacks);
        getChildren().addAll(line, counts);
    }

    @Override
    public void update(CardState state) {
        badge.setHollow(!state.node().isLive());
        for (BenchResult figure : figures) {
            Row row = state.node().rows().get(figure.peer());
            boolean changed = row != null && state.nowChanged(figure.peer());
            figure.now().setText(row == null ? "–" : Long.toString(row.now()));
            figure.now().pseudoClassStateChanged(PeerRows.CHANGED, changed);
            PeerRows.show(figure.highlight(), changed, motion);
        }
        boolean up = state.node().status() == Status.UP;
        entries.setText(up ? state.entries() : state.status());
        lacks.setVisible(state.node().isLive() && state.lacks() > 0);
        lacks.setText(" · lacks " + state.lacks());
    }
}
