package sosad.app.view;

import javafx.scene.layout.Pane;

/** A layer of the stage, whose children the stage places itself; a click beside them goes to the layer below. */
public abstract class Layer extends Pane {
    protected Layer() {
        setManaged(false);
        setPickOnBounds(false);
    }

    @Override
    protected final void layoutChildren() {
        // The stage places them.
    }
}
