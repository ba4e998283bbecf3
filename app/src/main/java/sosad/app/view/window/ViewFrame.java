package sosad.app.view.window;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import sosad.app.view.Controls;
import sosad.app.view.FocusHome;
import sosad.app.view.Keys;
import sosad.app.view.WindowView;

/** The views of the window, of which one is shown at a time, and the rail beside them. */
final class ViewFrame extends BorderPane {
    /** Below this width the rail shows icons alone. */
    private static final double WIDE = 1400;

    private final List<WindowView> views;
    private final ReadOnlyObjectWrapper<WindowView> shown;
    private final Map<WindowView, Node> focused = new HashMap<>();
    private final StackPane place = new StackPane();
    private final ViewRail rail;
    private FocusHome home;
    private double unit = 1;

    /**
     * @param views of which the first is shown
     * @param help opens or closes the help
     */
    ViewFrame(List<WindowView> views, Runnable help) {
        this.views = List.copyOf(views);
        shown = new ReadOnlyObjectWrapper<>(views.get(0));
        rail = new ViewRail(this, help);
        place.getChildren().add(shown.get().node());
        place.setMinSize(0, 0);
        setLeft(rail);
        setCenter(place);
        setMinSize(0, 0);
        widthProperty().addListener((property, old, width) -> fold());
    }

    /** Keeps the keyboard's home in the view that is shown. */
    void keepHome(FocusHome itsHome) {
        home = itsHome;
    }

    /** Shows one of the views; the keyboard goes to where it was in it. */
    void show(WindowView view) {
        WindowView before = shown.get();
        if (view.equals(before)) {
            take(view);
            return;
        }
        focused.put(before, getScene().getFocusOwner());
        Region node = view.node();
        if (!place.getChildren().contains(node)) {
            place.getChildren().add(node);
        }
        Controls.show(node, true);
        shown.set(view);
        home.move(view.home());
        take(view);
        Controls.show(before.node(), false);
        before.hidden();
        view.shown();
    }

    /** Does what Escape is for in the view that is shown. */
    void leave() {
        shown.get().keys().getOrDefault(Keys.NOW, () -> {}).run();
    }

    private void take(WindowView view) {
        Node last = focused.get(view);
        boolean isThere = home.canHaveFocus(last) && isIn(view.node(), last);
        (isThere ? last : view.home()).requestFocus();
    }

    private static boolean isIn(Node view, Node node) {
        return node != null && (node.equals(view) || isIn(view, node.getParent()));
    }

    /** Shows the rail, or takes it away, as in projector mode. */
    void showRail(boolean visible) {
        Controls.show(rail, visible);
    }

    /** Sets by how much everything is larger than usual. */
    void setUnit(double newUnit) {
        unit = newUnit;
        fold();
    }

    private void fold() {
        rail.fold(getWidth() < WIDE * unit);
    }

    List<WindowView> views() {
        return views;
    }

    ReadOnlyObjectProperty<WindowView> shownProperty() {
        return shown.getReadOnlyProperty();
    }
}
