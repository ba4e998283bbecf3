package sosad.app.view.tools;

import static sosad.model.PlainFormat.format;

import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.branches.BranchRow;
import sosad.app.viewmodel.branches.BranchesViewModel;

/** The number of branches on their tab, once there are several. */
final class BranchesMark {
    static final String NAME = "Branches";

    private BranchesMark() {}

    /**
     * Keeps it on this tab.
     *
     * @param narrow whether there is no room for the word, only for a sign
     */
    static void on(ToggleButton tab, BranchesViewModel model, ObservableBooleanValue narrow) {
        Runnable show = () -> show(tab, model.rows().size(), narrow.get());
        model.rows().addListener((ListChangeListener<BranchRow>) change -> show.run());
        narrow.subscribe(show);
    }

    private static void show(ToggleButton tab, int count, boolean isNarrow) {
        String name = count > 1 ? format("%s %d", NAME, count) : NAME;
        String text = !isNarrow ? name : count > 1 ? format("%d", count) : "";
        if (!text.equals(tab.getText()) || !name.equals(tab.getAccessibleText())) {
            tab.setText(text);
            tab.setGraphic(isNarrow ? Controls.icon(Feather.GIT_BRANCH) : null);
            Controls.name(tab, name, name + " (" + Keys.BRANCHES.display() + ")");
        }
    }
}
