package sosad.app.view.window;

import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.history.Snapshot;
import sosad.app.history.text.SentText;
import sosad.app.view.Controls;
import sosad.app.view.timeline.TimelinePane;

/** The time line under its heading, which goes where there is little height. */
final class TimelineArea extends VBox {
    private static final double MIN_WITH_HEAD = 184;

    private static final double MIN_WITH_HINT = 760;

    private static final String IN_STEPS = "click an event to see that moment";
    private static final String LIVE = "faults, rates, and when each node was there";

    private final Label hint = Controls.label(IN_STEPS, "pane-summary");
    private final Label sent = Controls.label("", "pane-summary");
    private final TimelinePane timeline;
    private final HBox head;
    private final ObservableStringValue summary;
    private final Node band;
    private String usual = IN_STEPS;
    private double unit = 1;

    /**
     * @param shown the moment of which the heading says what was sent
     * @param band chooses the band below the time line
     */
    TimelineArea(TimelinePane timeline, ObservableValue<Snapshot> shown, Node band) {
        this.band = band;
        this.timeline = timeline;
        HBox controls = new HBox(band, timeline.head());
        controls.setAlignment(Pos.CENTER_LEFT);
        head = new HBox(Controls.fixedLabel("Time line", "pane-title"), hint, Controls.spring(), sent, controls);
        getStyleClass().addAll("pane", "timeline-area");
        head.getStyleClass().add("pane-head");
        head.setAlignment(Pos.CENTER_LEFT);
        head.setMinHeight(USE_PREF_SIZE);
        Runnable tell = () -> {
            Snapshot snapshot = shown.getValue();
            if (head.isVisible()) { // which it mostly is not
                sent.setText(snapshot == null || snapshot.isLive() ? "" : SentText.brief(snapshot.sent()));
            }
        };
        shown.subscribe(tell);
        head.visibleProperty().subscribe(tell);
        timeline.setMinHeight(0);
        setVgrow(timeline, Priority.ALWAYS);
        getChildren().addAll(head, timeline);
        timeline.searchingProperty().addListener((property, old, isOpen) -> showHead());
        summary = timeline.summary();
        summary.addListener((property, old, words) -> showHint());
        heightProperty().addListener((property, old, height) -> showHead());
        widthProperty().addListener((property, old, width) -> showHead());
    }

    /** Sets the scale: 1, or more in projector mode. */
    void setUnit(double newUnit) {
        unit = newUnit;
        showHead();
    }

    /** Sets whether it shows a live run. */
    void setLive(boolean live) {
        usual = live ? LIVE : IN_STEPS;
        Controls.show(band, !live);
        showHint();
    }

    private void showHint() {
        String words = summary.get();
        hint.setText(words.isEmpty() ? usual : words);
    }

    private void showHead() {
        boolean isSearching = timeline.searchingProperty().get();
        Controls.show(head, getHeight() >= MIN_WITH_HEAD * unit || isSearching);
        Controls.show(hint, getWidth() >= MIN_WITH_HINT * unit);
        Controls.show(sent, !isSearching);
    }
}
