package sosad.app.view.stage.card;

import java.util.function.Function;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import sosad.app.view.Animator;
import sosad.app.view.Controls;
import sosad.model.NodeId;
import sosad.protocol.Row;

/**
 * A number of a peer's row on a card.
 *
 * @param ground what shows behind it when it has changed
 */
record RowNumber(NodeId peer, Function<Row, Long> part, Label label, Region ground) {
    RowNumber(NodeId peer, Function<Row, Long> part) {
        this(peer, part, Controls.fixedLabel("", "figure"), new Region());
        ground.getStyleClass().add("highlight");
        ground.setVisible(false);
    }

    /** Shows the number, marked if it has changed; gives whether it has. */
    boolean show(CardState state) {
        boolean changed = state.isChanged(peer, part);
        label.setText(
                state.number(peer, part).map(number -> Long.toString(number)).orElse("–"));
        Controls.state(label, "changed", changed);
        return changed;
    }

    void show(CardState state, Animator animator) {
        animator.show(ground, show(state));
    }
}
