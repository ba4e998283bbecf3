package sosad.app.view.placeholder;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import sosad.app.history.History;
import sosad.app.history.Moment;
import sosad.app.scenario.Scenario;

/** Stands in for the time line. */
public final class TimelinePane extends Region {
    private final ObjectProperty<History> history = new SimpleObjectProperty<>();
    private final ObjectProperty<Scenario> scenario = new SimpleObjectProperty<>();
    private final ObjectProperty<Moment> selected = new SimpleObjectProperty<>();
    private final BooleanProperty projector = new SimpleBooleanProperty();

    public ObjectProperty<History> historyProperty() {
        return history;
    }

    public ObjectProperty<Scenario> scenarioProperty() {
        return scenario;
    }

    public ObjectProperty<Moment> selectedProperty() {
        return selected;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }
}
