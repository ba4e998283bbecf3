package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A line for each peer: how far it was heard, now and before. */
final class PeerRows extends GridPane implements NodeCard.Part {
    private record Line(RowNumber now, RowNumber prev) {}

    private final List<Line> lines = new ArrayList<>();
    private final Animator animator;

    PeerRows(List<NodeId> peers, Animator animator) {
        this.animator = animator;
        getStyleClass().add("peer-rows");
        for (NodeId peer : peers) {
            int at = lines.size();
            Line line = new Line(new RowNumber(peer, Row::now), new RowNumber(peer, Row::prev));
            setHgrow(line.prev().label(), Priority.ALWAYS);
            add(line.now().ground(), 0, at, REMAINING, 1);
            setFillWidth(line.now().ground(), true);
            addRow(
                    at,
                    Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer)),
                    Controls.fixedLabel("now", "part"),
                    line.now().label(),
                    Controls.fixedLabel("prev", "part"),
                    line.prev().label());
            lines.add(line);
        }
    }

    @Override
    public void update(CardState state) {
        for (Line line : lines) {
            // The line has one ground for both.
            boolean now = line.now().show(state);
            boolean prev = line.prev().show(state);
            animator.show(line.now().ground(), now || prev);
        }
    }
}
