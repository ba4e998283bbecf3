package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A column for each peer, for cards with little room. */
final class PeerGrid extends GridPane implements NodeCard.Part {
    private final List<RowNumber> figures = new ArrayList<>();
    private final Animator animator;

    PeerGrid(List<NodeId> peers, Animator animator) {
        this.animator = animator;
        getStyleClass().add("peer-grid");
        add(Controls.fixedLabel("now", "part"), 0, 1);
        add(Controls.fixedLabel("prev", "part"), 0, 2);
        for (int column = 1; column <= peers.size(); column++) {
            NodeId peer = peers.get(column - 1);
            Label name = Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer));
            GridPane.setHalignment(name, HPos.CENTER);
            add(name, column, 0);
            add(new RowNumber(peer, Row::now), column, 1);
            add(new RowNumber(peer, Row::prev), column, 2);
        }
    }

    private void add(RowNumber figure, int column, int row) {
        add(new StackPane(figure.ground(), figure.label()), column, row);
        figures.add(figure);
    }

    @Override
    public void update(CardState state) {
        figures.forEach(figure -> figure.show(state, animator));
    }
}
