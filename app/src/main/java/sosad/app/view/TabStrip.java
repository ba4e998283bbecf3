package sosad.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/** Tabs of which one is selected; the arrow keys move along them. */
public final class TabStrip extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final List<ToggleButton> tabs = new ArrayList<>();
    private final ReadOnlyIntegerWrapper selected = new ReadOnlyIntegerWrapper(0);

    public TabStrip() {
        getStyleClass().add("tab-strip");
        // Before the tab itself, which would move the focus and select nothing.
        addEventFilter(KeyEvent.KEY_PRESSED, this::move);
    }

    /** Adds a tab. */
    public void add(String name, Keys key) {
        int index = tabs.size();
        ToggleButton tab = new ToggleButton(name);
        tab.getStyleClass().setAll("tab-button");
        tab.setAccessibleRole(AccessibleRole.TAB_ITEM);
        tab.setMinWidth(USE_PREF_SIZE);
        Controls.name(tab, name, name + " (" + key.display() + ")");
        tab.setToggleGroup(group);
        tab.setOnAction(event -> select(index));
        tab.setFocusTraversable(index == 0);
        tab.focusedProperty().addListener((property, old, now) -> Controls.state(tab, "walked", false));
        tabs.add(tab);
        getChildren().add(tab);
        if (index == 0) {
            tab.setSelected(true);
        }
    }

    /** Returns the tab at {@code index}, to say more on it than its name. */
    public ToggleButton tab(int index) {
        return tabs.get(index);
    }

    /** Selects the tab at {@code index}. */
    public void select(int index) {
        selected.set(index);
        for (int i = 0; i < tabs.size(); i++) {
            tabs.get(i).setSelected(i == index);
            tabs.get(i).setFocusTraversable(i == index);
        }
    }

    private void move(KeyEvent event) {
        int step =
                switch (event.getCode()) {
                    case RIGHT -> 1;
                    case LEFT -> -1;
                    default -> 0;
                };
        if (step != 0) {
            select(Math.floorMod(selected.get() + step, tabs.size()));
            ToggleButton tab = tabs.get(selected.get());
            tab.requestFocus();
            // For JavaFX this is no keyboard's way to get the focus, which would be shown.
            Controls.state(tab, "walked", true);
            event.consume();
        }
    }

    /** Returns which tab is selected, from 0. */
    public ReadOnlyIntegerProperty selectedProperty() {
        return selected.getReadOnlyProperty();
    }
}
