package sosad.app.view.stage.form;

import java.util.Set;
import javafx.scene.layout.VBox;
import sosad.app.history.Snapshot;
import sosad.model.NodeId;

/** A form about some nodes of the stage; it stands in the one pop-over for forms. */
public abstract class StageForm extends VBox {
    private final String title;
    private final Set<NodeId> about;

    /**
     * @param title its heading
     * @param about the nodes that it does not hide
     */
    StageForm(String title, Set<NodeId> about) {
        this.title = title;
        this.about = Set.copyOf(about);
        getStyleClass().add("stage-form");
    }

    final String title() {
        return title;
    }

    final Set<NodeId> about() {
        return about;
    }

    /** Shows the cluster as it is at this moment. */
    abstract void show(Snapshot now);

    /** Gives the keyboard to the first thing to do. */
    abstract void focusFirst();
}
