package sosad.app.view.stage.card;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.scenario.Action;
import sosad.app.view.Controls;
import sosad.app.view.StageActions;
import sosad.model.NodeId;

/** The actions on a node, as a menu. */
final class NodeMenu extends ContextMenu {
    private final Map<MenuItem, Action> items = new LinkedHashMap<>();
    private final MenuItem copy;

    NodeMenu(NodeId node, ObjectProperty<StageActions> actions) {
        add("Start", Feather.PLAY, new Action.Start(node, false), actions);
        add("Pause", Feather.PAUSE, new Action.Pause(node), actions);
        add("Resume", Feather.PLAY, new Action.Resume(node), actions);
        add("Kill", Feather.POWER, new Action.Kill(node), actions);
        copy = item(
                "Copy the redis-cli command", Feather.COPY, () -> actions.get().copyCommand(node));
        getItems().setAll(items.keySet());
        getItems().add(copy);
    }

    private void add(String name, Feather symbol, Action action, ObjectProperty<StageActions> actions) {
        items.put(item(name, symbol, () -> actions.get().act(action)), action);
    }

    private static MenuItem item(String name, Feather symbol, Runnable chosen) {
        MenuItem item = Controls.item(name, chosen);
        item.setGraphic(FontIcon.of(symbol));
        return item;
    }

    void update(CardState state) {
        items.forEach((item, action) -> item.setVisible(state.allows(action)));
        copy.setVisible(state.node().hasProcess());
    }
}
