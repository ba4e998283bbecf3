package sosad.app.view.window;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import sosad.app.history.Snapshot;
import sosad.app.history.text.SentText;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.timeline.TimelinePane;
import sosad.app.viewmodel.LabViewModel;

/** The time line under its heading, which goes where there is little height. */
final class TimelineArea extends VBox {
    private static final double MIN_WITH_HEAD = 184;

    private static final double GAP = 12;

    private static final String IN_STEPS = "click an event to see that moment";
    private static final String PAST = "the past: what you do here begins a branch";
    private static final String LIVE = "faults, rates, and when each node was there";

    private final Label hint = Controls.label(IN_STEPS, "pane-summary");
    private final Label sent = Controls.label("", "pane-summary");
    private final TimelinePane timeline;
    private final Label title = Controls.fixedLabel("Time line", "pane-title");
    private final HBox controls;
    private final HBox head;
    private final ObservableStringValue summary;
    private final Node band;
    private final Button standHere = new Button();
    private StringBinding inSteps = Bindings.createStringBinding(() -> IN_STEPS);
    private boolean isLive;
    private double unit = 1;

    /**
     * @param shown the moment of which the heading says what was sent
     * @param band chooses the band below the time line
     */
    TimelineArea(TimelinePane timeline, ObservableValue<Snapshot> shown, Node band) {
        this.band = band;
        this.timeline = timeline;
        HBox texts = new HBox(title, hint, standHere, Controls.spring(), sent);
        texts.setAlignment(Pos.BASELINE_LEFT);
        texts.setMaxHeight(USE_PREF_SIZE);
        texts.getStyleClass().add("timeline-texts");
        HBox.setHgrow(texts, Priority.ALWAYS);
        controls = new HBox(band, timeline.head());
        controls.setAlignment(Pos.CENTER_LEFT);
        head = new HBox(texts, controls);
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
    }

    /** Offers to stand at a past moment that is shown. */
    void offer(LabViewModel lab, Runnable stand) {
        standHere.getStyleClass().setAll("button", "past-chip");
        standHere.setMinWidth(USE_PREF_SIZE);
        standHere.setOnAction(event -> stand.run());
        Controls.rename(
                standHere,
                "Stand here",
                "Fresh nodes repeat the run up to this moment (" + Keys.STAND_HERE.display() + ")");
        BooleanBinding canStand = lab.pastProperty().and(lab.lockedProperty().not());
        standHere.visibleProperty().bind(canStand);
        standHere.managedProperty().bind(canStand);
        inSteps = Bindings.when(canStand).then(PAST).otherwise(IN_STEPS);
        inSteps.subscribe(this::showHint);
    }

    /** Sets the scale: 1, or more in projector mode. */
    void setUnit(double newUnit) {
        unit = newUnit;
        showHead();
    }

    /** Sets whether it shows a live run. */
    void setLive(boolean live) {
        isLive = live;
        Controls.show(band, !live);
        showHint();
    }

    private void showHint() {
        String words = summary.get();
        hint.setText(words.isEmpty() ? isLive ? LIVE : inSteps.get() : words);
    }

    private void showHead() {
        boolean isSearching = timeline.searchingProperty().get();
        Controls.show(head, getHeight() >= MIN_WITH_HEAD * unit || isSearching);
        requestLayout();
    }

    /** What the heading has no room for goes, and is never cut off. */
    private void fitHead() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset() - GAP * unit;
        for (Node fixed : List.of(title, standHere, controls)) {
            room -= fixed.isManaged() ? fixed.prefWidth(-1) + GAP * unit : 0;
        }
        boolean hasHint = hint.prefWidth(-1) <= room;
        room -= hasHint ? hint.prefWidth(-1) + GAP * unit : 0;
        boolean hasSent = !timeline.searchingProperty().get() && sent.prefWidth(-1) <= room;
        if (hint.isVisible() != hasHint) {
            Controls.show(hint, hasHint);
        }
        if (sent.isVisible() != hasSent) {
            Controls.show(sent, hasSent);
        }
    }

    @Override
    protected void layoutChildren() {
        fitHead();
        super.layoutChildren();
    }
}
