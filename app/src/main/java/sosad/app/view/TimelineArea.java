package sosad.app.view;

import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The time line under its heading. */
final class TimelineArea extends VBox {
    TimelineArea(Region timeline) {
        getStyleClass().addAll("pane", "timeline-area");
        HBox head = new HBox(
                Controls.label("Time line", "pane-title"),
                Controls.label("click an event to see that moment", "pane-summary"));
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.BASELINE_LEFT);
        timeline.setMinHeight(0);
        setVgrow(timeline, Priority.ALWAYS);
        getChildren().addAll(head, timeline);
    }
}
