package sosad.app.view.timeline;

import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import sosad.app.diagram.TimeDirection;
import sosad.app.explain.healing.HealingBand;
import sosad.app.history.History;
import sosad.app.history.Snapshot;
import sosad.app.lab.live.LiveTimeline;
import sosad.app.scenario.Scenario;
import sosad.app.view.Controls;
import sosad.app.view.Theme;

/**
 * The time line: the space-time diagram of the run so far, on which a moment can be chosen, by a click or with the
 * arrow keys, Home and End.
 */
public final class TimelinePane extends StackPane {
    private final ObjectProperty<History> history = new SimpleObjectProperty<>(this, "history");
    private final ObjectProperty<Scenario> scenario = new SimpleObjectProperty<>(this, "scenario");
    private final ObjectProperty<Snapshot> selected = new SimpleObjectProperty<>(this, "selected");
    private static final double WIDTH = 900;
    private static final double HEIGHT = 160;

    private final DoubleProperty unit = new SimpleDoubleProperty(this, "unit", 1);
    private final ObjectProperty<Set<Integer>> lit = new SimpleObjectProperty<>(this, "lit", Set.of());
    private final ObjectProperty<Set<Integer>> forks = new SimpleObjectProperty<>(this, "forks", Set.of());
    private final StringProperty caption = new SimpleStringProperty(this, "caption", "");
    private final ObjectProperty<HealingBand> band = new SimpleObjectProperty<>(this, "band");
    private final ObjectProperty<TimeDirection> direction =
            new SimpleObjectProperty<>(this, "direction", TimeDirection.RIGHT);
    private final StringProperty causal = new SimpleStringProperty(this, "causal", "");
    private final StringBinding summary =
            Bindings.createStringBinding(() -> causal.get().isEmpty() ? caption.get() : causal.get(), causal, caption);
    private final TimelineView steps;
    private final TimelineHead head;
    private final ObjectProperty<LiveTimeline> live = new SimpleObjectProperty<>(this, "live");

    public TimelinePane() {
        getStyleClass().add("timeline-pane");
        getStylesheets().add(Theme.sheet("timeline/timeline.css"));
        steps = new TimelineView(this);
        head = new TimelineHead(this, steps);
        LiveTimelineView running = new LiveTimelineView(this);
        Controls.show(running, false);
        live.addListener((property, old, line) -> {
            Controls.show(running, line != null);
            Controls.show(steps, line == null);
            Controls.show(head, line == null);
        });
        getChildren().addAll(steps, running);
    }

    /** The run so far; null: nothing to show yet. */
    public ObjectProperty<History> historyProperty() {
        return history;
    }

    /** Returns what is played: its steps to come are shown as "not yet"; null: free play. */
    public ObjectProperty<Scenario> scenarioProperty() {
        return scenario;
    }

    /** The moment that the user chose to see; null: the present. */
    public ObjectProperty<Snapshot> selectedProperty() {
        return selected;
    }

    /** The ids of the events that are lit, while all others are dimmed; empty: all are as usual. */
    public ObjectProperty<Set<Integer>> litProperty() {
        return lit;
    }

    /** The ids of the events at which branches part. */
    public ObjectProperty<Set<Integer>> forksProperty() {
        return forks;
    }

    /** Returns what the heading says of the lit events; empty: nothing. */
    public StringProperty captionProperty() {
        return caption;
    }

    /** From which moments on the run still heals; null: it is not shown. */
    public ObjectProperty<HealingBand> bandProperty() {
        return band;
    }

    /** The direction of time. */
    public ObjectProperty<TimeDirection> directionProperty() {
        return direction;
    }

    /** Lets time go down, or to the right again. */
    void turn() {
        direction.set(direction.get() == TimeDirection.RIGHT ? TimeDirection.DOWN : TimeDirection.RIGHT);
    }

    /** Looks at all of time, or at an event if single ones could not be told apart then, until a moment is chosen. */
    public void overview(int event) {
        steps.overview(event);
    }

    /** Returns what the heading says: what the mouse or the keyboard lights, else the caption; empty: nothing. */
    public ObservableStringValue summary() {
        return summary;
    }

    void setCausalSummary(String words) {
        causal.set(words);
    }

    /** Returns the controls for the heading: the search, and how one looks at the diagram. */
    public Region head() {
        return head;
    }

    /** Returns whether the search is open. */
    public ReadOnlyBooleanProperty searchingProperty() {
        return head.searchingProperty();
    }

    /** Opens the search. */
    public void find() {
        head.openSearch();
    }

    /**
     * Ends what Escape ends here: the search, or what is lit around an event.
     *
     * @return whether there was any
     */
    public boolean leave() {
        boolean wasLit = steps.endLights();
        return head.closeSearch() || wasLit;
    }

    /** Returns whether the keyboard is here. */
    public boolean hasKeyboard() {
        return steps.isFocused() || head.hasKeyboard();
    }

    /** The live run, which is shown in place of the diagram; null: the clocks stand still. */
    public ObjectProperty<LiveTimeline> liveProperty() {
        return live;
    }

    /** Returns by how much everything is larger than usual. */
    public DoubleProperty unitProperty() {
        return unit;
    }

    /** Room for three lanes and the names of the steps. */
    @Override
    protected double computeMinHeight(double width) {
        return (97 + (band.get() == null ? 0 : BandPainter.ROOM)) * unit.get();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 240;
    }

    /** Gives a view of the run its usual size, which grows with the unit; it may become smaller. */
    void sizeView(Region view) {
        view.setMinSize(0, 0);
        view.setPrefWidth(WIDTH);
        view.prefHeightProperty().bind(unit.multiply(HEIGHT));
    }
}
