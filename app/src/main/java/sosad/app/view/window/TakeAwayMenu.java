package sosad.app.view.window;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.ContextMenuEvent;
import sosad.app.export.ExportKind;
import sosad.app.view.Controls;
import sosad.app.view.WindowActions;

/** The menu of the right mouse button that saves what a pane shows in another form. */
final class TakeAwayMenu extends ContextMenu {
    private TakeAwayMenu(WindowActions window, ExportKind... kinds) {
        for (ExportKind kind : kinds) {
            getItems().add(Controls.item("Save " + kind.description() + "…", () -> window.takeAway(kind)));
        }
    }

    /** Offers these forms on {@code pane}, where no part of it has a menu of its own. */
    static void listenTo(Node pane, WindowActions window, ExportKind... kinds) {
        TakeAwayMenu menu = new TakeAwayMenu(window, kinds);
        pane.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, request -> {
            if (!request.isConsumed()) { // by a handler of the same pane
                menu.show(pane, request.getScreenX(), request.getScreenY());
                request.consume();
            }
        });
    }
}
