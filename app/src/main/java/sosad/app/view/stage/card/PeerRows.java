package sosad.app.view.stage.card;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.app.view.NodeColours;
import sosad.model.NodeId;
import sosad.protocol.Row;

/** A line for each peer: how far it was heard, now and before. */
final class PeerRows extends GridPane implements CardPart {
    static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private record Line(NodeId peer, Region highlight, Label now, Label prev) {}

    private final List<Line> lines = new ArrayList<>();
    private final Animator motion;

    PeerRows(List<NodeId> peers, Animator motion) {
        this.motion = motion;
        getStyleClass().add("peer-rows");
        for (NodeId peer : peers) {
            int at = lines.size();
            Region highlight = new Region();
            highlight.getStyleClass().add("highlight");
            highlight.setVisible(false);
            Label now = Controls.fixedLabel("", "figure");
            Label prev = Controls.fixedLabel("", "figure");
            setHgrow(prev, Priority.ALWAYS);
            add(highlight, 0, at, REMAINING, 1);
            setFillWidth(highlight, true);
            addRow(
                    at,
                    Controls.fixedLabel(peer.name(), "peer", NodeColours.styleClass(peer)),
                    Controls.fixedLabel("now", "part"),
                    now,
                    Controls.fixedLabel("prev", "part"),
                    prev);
            lines.add(new Line(peer, highlight, now, prev));
        }
    }

    @Override
    public void update(CardState state) {
        for (Line line : lines) {
            Row row = state.node().rows().get(line.peer());
            line.now().setText(row == null ? "–" : Long.toString(row.now()));
            line.prev().setText(row == null ? "–" : Long.toString(row.prev()));
            boolean now = row != null && state.nowChanged(line.peer());
            boolean prev = row != null && state.prevChanged(line.peer());
            line.now().pseudoClassStateChanged(CHANGED, now);
            line.prev().pseudoClassStateChanged(CHANGED, prev);
            show(line.highlight(), now || prev, motion);
        }
    }

    /** Shows or hides a highlight; one that was hidden fades in. */
    static void show(Region highlight, boolean visible, Animator motion) {
        if (visible && !highlight.isVisible()) {
            motion.fadeIn(highlight);
        }
        highlight.setVisible(visible);
    }
}
