package sosad.app.view.window;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import sosad.app.view.Controls;

/** The time line under its heading, which goes where there is little height. */
final class TimelineArea extends VBox {
    private static final double MIN_WITH_HEAD = 184;

    private final HBox head = new HBox(
            Controls.label("Time line", "pane-title"),
            Controls.label("click an event to see that moment", "pane-summary"));
    private double unit = 1;

    TimelineArea(Region timeline) {
        getStyleClass().addAll("pane", "timeline-area");
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        timeline.setMinHeight(0);
        setVgrow(timeline, Priority.ALWAYS);
        getChildren().addAll(head, timeline);
        heightProperty().addListener((property, old, height) -> showHead());
    }

    /** Sets the scale: 1, or more in projector mode. */
    void setUnit(double newUnit) {
        unit = newUnit;
        showHead();
    }

    private void showHead() {
        Controls.show(head, getHeight() >= MIN_WITH_HEAD * unit);
    }
}
