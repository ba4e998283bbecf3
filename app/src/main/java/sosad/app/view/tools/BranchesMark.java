package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.branches.BranchRow;
import sosad.app.viewmodel.branches.BranchesViewModel;

/** The number of branches on their tab, once there are several. */
final class BranchesMark {
    static final String NAME = "Branches";

    private BranchesMark() {}

    /** Keeps it on this tab. */
    static void on(ToggleButton tab, BranchesViewModel model) {
        model.rows().addListener((ListChangeListener<BranchRow>)
                change -> show(tab, model.rows().size()));
        show(tab, 1);
    }

    private static void show(ToggleButton tab, int count) {
        String name = count > 1 ? format("%s %d", NAME, count) : NAME;
        if (!name.equals(tab.getText()) || tab.getAccessibleText() == null) {
            tab.setText(name);
            Controls.name(tab, name, name + " (" + Keys.BRANCHES.display() + ")");
        }
    }
}
