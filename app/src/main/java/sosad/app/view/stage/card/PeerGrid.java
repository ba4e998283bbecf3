package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A column for each peer, for cards with little room. */
final class PeerGrid extends GridPane implements CardPart {
    private record Cell(Label figure, Region highlight) {
        void show(String text, boolean changed, Animator motion) {
            figure.setText(text);
            figure.pseudoClassStateChanged(PeerRows.CHANGED, changed);
            PeerRows.show(highlight, changed, motion);
        }
    }

    private record Column(NodeId peer, Cell now, Cell prev) {}

    private final List<Column> columns = new ArrayList<>();
    private final Animator motion;

    PeerGrid(List<NodeId> peers, Animator motion) {
        this.motion = motion;
        getStyleClass().add("peer-grid");
        add(Controls.fixedLabel("now", "part"), 0, 1);
        add(Controls.fixedLabel("prev", "part"), 0, 2);
        for (NodeId peer : peers) {
            int at = columns.size() + 1;
            Label name = Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer));
            GridPane.setHalignment(name, HPos.CENTER);
            add(name, at, 0);
            columns.add(new Column(peer, cell(at, 1), cell(at, 2)));
        }
    }

    private Cell cell(int column, int row) {
        Region highlight = new Region();
        highlight.getStyleClass().add("highlight");
        highlight.setVisible(false);
        Label figure = Controls.fixedLabel("", "figure");
        add(new StackPane(highlight, figure), column, row);
        return new Cell(figure, highlight);
    }

    @Override
    public void update(CardState state) {
        for (Column column : columns) {
            Row row = state.node().rows().get(column.peer());
            column.now()
                    .show(
                            row == null ? "–" : Long.toString(row.now()),
                            row != null && state.nowChanged(column.peer()),
                            motion);
            column.prev()
                    .show(
                            row == null ? "–" : Long.toString(row.prev()),
                            row != null && state.prevChanged(column.peer()),
                            motion);
        }
    }
}
