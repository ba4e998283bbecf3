package sosad.app.view.timeline;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.history.Sentences;
import sosad.app.scenario.Scenario;

/** The time line: the space-time diagram of the run so far, on which a moment can be chosen. */
public final class TimelinePane extends BorderPane {
    private static final String HINT = "click an event to see that moment";

    private final ObjectProperty<History> history = new SimpleObjectProperty<>(this, "history");
    private final ObjectProperty<Scenario> scenario = new SimpleObjectProperty<>(this, "scenario");
    private final ObjectProperty<Moment> selected = new SimpleObjectProperty<>(this, "selected");
    private final BooleanProperty projector = new SimpleBooleanProperty(this, "projector");
    private final Label hint = new Label(HINT);
    private final Hyperlink present = new Hyperlink("Back to the present");

    public TimelinePane() {
        getStyleClass().add("timeline-pane");
        getStylesheets()
                .add(Objects.requireNonNull(TimelinePane.class.getResource("timeline.css"))
                        .toExternalForm());
        Label title = new Label("Time line");
        title.getStyleClass().add("title");
        title.setMinWidth(USE_PREF_SIZE);
        hint.getStyleClass().add("hint");
        HBox.setHgrow(hint, Priority.ALWAYS);
        hint.setMaxWidth(Double.MAX_VALUE);
        present.setMinWidth(USE_PREF_SIZE);
        present.setOnAction(click -> selected.set(null));
        present.visibleProperty().bind(selected.isNotNull());
        HBox header = new HBox(title, hint, present);
        header.getStyleClass().add("timeline-header");
        setTop(header);
        setCenter(new TimelineView(this));
        selected.addListener((property, old, now) -> hint.setText(now == null ? HINT : "Past: " + sentence(now)));
    }

    private static String sentence(Moment moment) {
        return "T = " + moment.time() + ". " + Sentences.of(moment.cause());
    }

    /** The run so far; null: nothing to show yet. */
    public ObjectProperty<History> historyProperty() {
        return history;
    }

    /** What is played: its steps to come are shown as "not yet"; null: free play. */
    public ObjectProperty<Scenario> scenarioProperty() {
        return scenario;
    }

    /** The moment that the user chose to see; null: the present. */
    public ObjectProperty<Moment> selectedProperty() {
        return selected;
    }

    /** Whether everything is to be read from the back of a room. */
    public BooleanProperty projectorProperty() {
        return projector;
    }
}
