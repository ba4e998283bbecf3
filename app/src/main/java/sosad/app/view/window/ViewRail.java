package sosad.app.view.window;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.WindowView;

/** The views of the window, one below the other, and Help at the foot. In a narrow window it shows icons alone. */
final class ViewRail extends VBox {
    private final List<ToggleButton> buttons = new ArrayList<>();
    private final ViewFrame frame;

    /** @param help opens or closes the help */
    ViewRail(ViewFrame frame, Runnable help) {
        this.frame = frame;
        getStyleClass().add("view-rail");
        setAlignment(Pos.TOP_CENTER);
        setAccessibleRole(AccessibleRole.TOOL_BAR);
        setAccessibleText("Views");
        frame.views().forEach(this::add);
        Region gap = new Region();
        setVgrow(gap, Priority.ALWAYS);
        ToggleButton foot = button("Help", Feather.HELP_CIRCLE, Keys.HELP, help);
        getChildren().addAll(gap, foot);
        frame.shownProperty().subscribe(this::mark);
    }

    private void add(WindowView view) {
        ToggleButton button = button(view.title(), view.icon(), view.key(), () -> frame.show(view));
        button.setAccessibleRole(AccessibleRole.TAB_ITEM);
        button.getProperties().put(WindowView.class, view);
        getChildren().add(button);
    }

    private ToggleButton button(String name, Feather icon, Keys key, Runnable action) {
        ToggleButton button = new ToggleButton(name, Controls.icon(icon));
        button.getStyleClass().setAll("rail-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(USE_PREF_SIZE);
        Controls.name(button, name, name + " (" + key.display() + ")");
        button.setOnAction(event -> {
            mark(frame.shownProperty().get()); // whether it is selected is the frame's to say
            action.run();
        });
        buttons.add(button);
        return button;
    }

    private void mark(WindowView shown) {
        buttons.forEach(
                button -> button.setSelected(shown.equals(button.getProperties().get(WindowView.class))));
    }

    /** Shows icons alone, or icons with names below them. */
    void fold(boolean folded) {
        Controls.state(this, "folded", folded);
        buttons.forEach(button -> button.setContentDisplay(folded ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TOP));
    }
}
