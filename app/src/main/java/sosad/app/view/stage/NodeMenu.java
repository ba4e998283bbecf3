package sosad.app.view.stage;

import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import sosad.app.scenario.Action;
import sosad.app.view.NodeActions;
import sosad.model.NodeId;

/** What can be done to a node, as a menu. */
final class NodeMenu extends ContextMenu {
    private final NodeId node;
    private final ObjectProperty<NodeActions> actions;
    private final MenuItem start = item("Start", Feather.PLAY, NodeActions::start);
    private final MenuItem kill = item("Kill", Feather.POWER, NodeActions::kill);
    private final MenuItem pause = item("Pause", Feather.PAUSE, NodeActions::pause);
    private final MenuItem resume = item("Resume", Feather.PLAY, NodeActions::resume);
    private final MenuItem copy = item("Copy the redis-cli command", Feather.COPY, NodeActions::copyCommand);

    NodeMenu(NodeId node, ObjectProperty<NodeActions> actions) {
        this.node = node;
        this.actions = actions;
        getItems().setAll(start, pause, resume, kill, copy);
    }

    private MenuItem item(String name, Feather symbol, BiConsumer<NodeActions, NodeId> action) {
        MenuItem item = new MenuItem(name, FontIcon.of(symbol));
        item.setOnAction(click -> action.accept(actions.get(), node));
        return item;
    }

    void update(CardState state) {
        start.setVisible(state.allows(new Action.Start(node, false)));
        kill.setVisible(state.allows(new Action.Kill(node)));
        pause.setVisible(state.allows(new Action.Pause(node)));
        resume.setVisible(state.allows(new Action.Resume(node)));
        copy.setVisible(state.node().isLive());
    }
}
