package sosad.app.view.placeholder;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.layout.Region;
import sosad.app.history.Moment;
import sosad.app.view.MessageActions;
import sosad.app.view.NodeActions;

/** Stands in for the stage. */
public final class StagePane extends Region {
    private final ObjectProperty<Moment> moment = new SimpleObjectProperty<>();
    private final ObjectProperty<Moment> baseline = new SimpleObjectProperty<>();
    private final BooleanProperty past = new SimpleBooleanProperty();
    private final DoubleProperty speed = new SimpleDoubleProperty(1);
    private final BooleanProperty animated = new SimpleBooleanProperty(true);
    private final BooleanProperty projector = new SimpleBooleanProperty();
    private final ObjectProperty<MessageActions> messageActions = new SimpleObjectProperty<>();
    private final ObjectProperty<NodeActions> nodeActions = new SimpleObjectProperty<>();

    public CompletionStage<Void> travel(long messageId) {
        return CompletableFuture.completedFuture(null);
    }

    public ObjectProperty<Moment> momentProperty() {
        return moment;
    }

    public ObjectProperty<Moment> baselineProperty() {
        return baseline;
    }

    public BooleanProperty pastProperty() {
        return past;
    }

    public DoubleProperty speedProperty() {
        return speed;
    }

    public BooleanProperty animatedProperty() {
        return animated;
    }

    public BooleanProperty projectorProperty() {
        return projector;
    }

    public ObjectProperty<MessageActions> messageActionsProperty() {
        return messageActions;
    }

    public ObjectProperty<NodeActions> nodeActionsProperty() {
        return nodeActions;
    }
}
