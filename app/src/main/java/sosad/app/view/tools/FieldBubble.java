package sosad.app.view.tools;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import sosad.app.view.Controls;

/**
 * A sentence above a control of the strip, over whatever is there: the strip keeps its height, and the sentence is
 * whole however narrow the control.
 */
final class FieldBubble extends Label {
    private static final double MAX_WIDTH_EM = 32;
    private static final double GAP_EM = 0.4;
    private static final double EDGE = 16;

    FieldBubble(ObservableValue<String> words) {
        getStyleClass().addAll("field-error", "field-bubble");
        setWrapText(true);
        setManaged(false);
        setMouseTransparent(true);
        words.subscribe(now -> {
            setText(now);
            Controls.show(this, !now.isEmpty());
            setManaged(false);
            if (getParent() != null) {
                getParent().requestLayout();
            }
        });
    }

    /** Places itself above its parent's upper edge, within the window. */
    void place() {
        if (!isVisible() || getScene() == null) {
            return;
        }
        applyCss();
        double em = getFont().getSize();
        double width = Math.min(Math.ceil(prefWidth(-1)), MAX_WIDTH_EM * em);
        double height = Math.ceil(prefHeight(width));
        double left = getParent().localToScene(0, 0).getX();
        double over = Math.max(0, left + width - (getScene().getWidth() - EDGE));
        resizeRelocate(-over, -height - GAP_EM * em, width, height);
    }
}
