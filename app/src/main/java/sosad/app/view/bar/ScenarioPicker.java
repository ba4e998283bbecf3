package sosad.app.view.bar;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SeparatorMenuItem;
import org.kordamp.ikonli.feather.Feather;
import sosad.app.export.ExportKind;
import sosad.app.view.Controls;
import sosad.app.view.Keys;
import sosad.app.view.WindowActions;
import sosad.app.viewmodel.lesson.BundledScenario;
import sosad.app.viewmodel.lesson.OpenerViewModel;

/** Shows which scenario is played, and lets another one be chosen. */
final class ScenarioPicker extends MenuButton {
    private static final int MAX_FOLDER = 40;

    /**
     * @param recent the files that were opened last
     * @param window opens, saves and takes away
     */
    ScenarioPicker(OpenerViewModel opener, ObservableValue<List<Path>> recent, WindowActions window) {
        getStyleClass().add("scenario-picker");
        setTextOverrun(OverrunStyle.ELLIPSIS);
        textProperty().bind(opener.titleProperty());
        Controls.name(
                this,
                "Scenario",
                "Choose a scenario (" + Keys.OPEN.display() + " opens a file, " + Keys.NEW_CLUSTER.display()
                        + " begins a cluster of your own)");
        for (BundledScenario scenario : opener.bundled()) {
            getItems().add(Controls.item(scenario.title(), () -> opener.open(scenario)));
        }
        MenuItem fresh = Controls.item("New cluster…", window::newCluster);
        fresh.setGraphic(new Label(null, Controls.icon(Feather.PLUS)));
        MenuItem file = Controls.item("Open file…", window::openFile);
        file.setGraphic(new Label(null, Controls.icon(Feather.FOLDER)));
        MenuItem save =
                Controls.item("Save what was done as a scenario (" + Keys.SAVE.display() + ")", window::saveRun);
        save.setGraphic(new Label(null, Controls.icon(Feather.SAVE)));
        MenuItem saveAs = Controls.item("Save as… (" + Keys.SAVE_AS.display() + ")", window::saveRunAs);
        getItems().addAll(new SeparatorMenuItem(), fresh, file, save, saveAs, takeAway(window));
        int lessonsAndFile = getItems().size();
        recent.subscribe(files -> {
            getItems().remove(lessonsAndFile, getItems().size());
            files.forEach(path -> getItems().add(Controls.item(words(path), () -> window.openRecent(path))));
        });
    }

    private static Menu takeAway(WindowActions window) {
        Menu menu = new Menu("Take away", new Label(null, Controls.icon(Feather.DOWNLOAD)));
        menu.setMnemonicParsing(false);
        for (ExportKind kind : ExportKind.values()) {
            menu.getItems().add(Controls.item(words(kind), () -> window.takeAway(kind)));
        }
        return menu;
    }

    private static String words(ExportKind kind) {
        String description = kind.description();
        return description.substring(0, 1).toUpperCase(Locale.ROOT) + description.substring(1) + "…";
    }

    /** Returns the file's name and its folder, whose beginning goes where it is long. */
    private static String words(Path file) {
        String folder = String.valueOf(file.getParent());
        int excess = folder.length() - MAX_FOLDER;
        return file.getFileName() + " · " + (excess > 0 ? "…" + folder.substring(excess) : folder);
    }

    /** Takes the room that is left over, up to a width in letters as wide as the type is high. */
    void widenInEm(double room, double em) {
        setPrefWidth(Math.max(
                getPrefWidth(),
                Math.min(
                        Math.floor(getPrefWidth() + room),
                        Math.rint(em * getFont().getSize()))));
    }

    /** Sets the width, in letters as wide as the type is high. */
    void setWidthInEm(double em) {
        setPrefWidth(Math.rint(em * getFont().getSize()));
    }
}
