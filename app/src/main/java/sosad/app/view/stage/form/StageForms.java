package sosad.app.view.stage.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import javafx.beans.binding.BooleanExpression;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.diagram.Box;
import sosad.app.diagram.PopoverPlacer;
import sosad.app.history.Snapshot;
import sosad.app.view.Controls;
import sosad.app.view.IconButton;
import sosad.model.NodeId;

/** The pop-over for forms, of which at most one is open; when it closes, the keyboard goes back to what it is about. */
public final class StageForms extends VBox {
    private static final double WIDTH = 370;
    private static final double EDGE = 4;

    private final BooleanExpression locked;
    private final Label title = Controls.fixedLabel("", "title");
    private final Label past = new Label("This is the past: come back to the present to change something.");
    private final HBox head =
            new HBox(title, Controls.spring(), new IconButton(Feather.X, "Close (Escape)", this::close));
    private StageForm form;
    private Node owner;
    private Supplier<Box> at;
    private Snapshot snapshot;

    /** @param locked whether nothing can be changed */
    public StageForms(BooleanExpression locked) {
        this.locked = locked;
        getStyleClass().add("stage-popover");
        setAccessibleRole(AccessibleRole.DIALOG);
        setManaged(false);
        setVisible(false);
        head.getStyleClass().add("popover-head");
        past.getStyleClass().add("locked");
        past.setWrapText(true);
        locked.addListener((property, old, now) -> refresh());
        addEventHandler(MouseEvent.MOUSE_PRESSED, MouseEvent::consume);
        addEventHandler(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ESCAPE) {
                close();
                key.consume();
            }
        });
    }

    /**
     * Opens a form in place of any other.
     *
     * @param newOwner gets the keyboard back
     * @param place where on the stage the form belongs
     */
    public void open(StageForm newForm, Node newOwner, Supplier<Box> place) {
        form = newForm;
        owner = newOwner;
        at = place;
        title.setText(form.title());
        setAccessibleText(form.title());
        setVisible(true);
        refresh();
        getParent().requestLayout();
        applyCss();
        form.focusFirst();
    }

    /** Closes it; returns whether one was open. */
    public boolean close() {
        if (!isVisible()) {
            return false;
        }
        setVisible(false);
        getChildren().clear();
        form = null;
        if (owner.getScene() != null && owner.isFocusTraversable()) {
            owner.requestFocus();
        }
        return true;
    }

    /** Shows the form at this moment, or closes it if a node that it is about is gone. */
    public void show(Snapshot now) {
        snapshot = now;
        if (form != null) {
            List<NodeId> there = now.nodes().stream().map(node -> node.id()).toList();
            if (there.containsAll(form.about())) {
                refresh();
            } else {
                close();
            }
        }
    }

    private void refresh() {
        if (form != null) {
            form.show(snapshot);
            form.setDisable(locked.get());
            List<Node> parts = locked.get() ? List.of(head, past, form) : List.of(head, form);
            if (!getChildren().equals(parts)) { // what is taken out and put back loses the keyboard
                getChildren().setAll(parts);
            }
        }
    }

    /**
     * Puts it beside what it is about.
     *
     * @param area the room within which it stays
     * @param cards where the nodes stand
     */
    public void place(Box area, Map<NodeId, Box> cards) {
        if (!isVisible()) {
            return;
        }
        applyCss();
        Map<NodeId, Box> others = new TreeMap<>(cards);
        List<Box> essential = new ArrayList<>();
        form.about().forEach(node -> essential.add(others.remove(node)));
        double width = Math.min(Math.ceil(Math.min(prefWidth(-1), WIDTH)), area.width() - 2 * EDGE);
        double height = Math.ceil(prefHeight(width));
        Box place =
                new PopoverPlacer(area.grown(-EDGE), at.get(), essential, others.values()).place(width, height, height);
        resizeRelocate(place.x(), place.y(), place.width(), place.height());
    }
}
