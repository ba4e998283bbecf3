package sosad.app.view.bar;

import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.OpenerViewModel;

/** Shows which scenario is played, and lets another one be chosen. */
final class ScenarioPicker extends MenuButton {
    ScenarioPicker(OpenerViewModel opener, Runnable openFile) {
        getStyleClass().add("scenario-picker");
        setTextOverrun(OverrunStyle.ELLIPSIS);
        textProperty().bind(opener.titleProperty());
        Controls.name(this, "Scenario", "Choose a scenario (" + Keys.OPEN.display() + " opens a file)");
        for (BundledScenario scenario : opener.bundled()) {
            getItems().add(Controls.item(scenario.title(), () -> opener.open(scenario)));
        }
        MenuItem file = Controls.item("Open file…", openFile);
        file.setGraphic(new Label(null, Controls.icon(Feather.FOLDER)));
        getItems().addAll(new SeparatorMenuItem(), file);
    }

    /** Sets the width, in letters as wide as the type is high. */
    void setWidthInEm(double em) {
        setPrefWidth(Math.rint(em * getFont().getSize()));
    }
}
