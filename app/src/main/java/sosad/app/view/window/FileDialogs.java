package sosad.app.view.window;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.animation.PauseTransition;
import javafx.stage.FileChooser;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.util.Duration;
import sosad.app.viewmodel.SettingsViewModel;

/**
 * Dialogs in which a file is chosen, from the folder of the last one on.
 *
 * @param window the window that they belong to
 * @param settings remembers the folder
 */
record FileDialogs(Stage window, SettingsViewModel settings) {
    private static final Duration GONE = Duration.millis(300);

    /** Lets a file be chosen that is there; empty if none was. */
    Optional<Path> open(String title, String files) {
        FileChooser chooser = chooser(title, files);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("All files", "*"));
        return choose(chooser::showOpenDialog);
    }

    /** Lets a file be chosen to be written; empty if none was. */
    Optional<Path> save(String title, String files) {
        FileChooser chooser = chooser(title, files);
        return choose(chooser::showSaveDialog);
    }

    private FileChooser chooser(String title, String files) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(files, "*.yaml", "*.yml"));
        settings.folderProperty()
                .get()
                .filter(Files::isDirectory)
                .ifPresent(folder -> chooser.setInitialDirectory(folder.toFile()));
        return chooser;
    }

    private Optional<Path> choose(Function<Window, File> dialog) {
        boolean maximized = window.isMaximized();
        Optional<Path> file = Optional.ofNullable(dialog.apply(window)).map(File::toPath);
        if (maximized) {
            keepMaximized();
        }
        file.map(Path::getParent).ifPresent(settings::choseFrom);
        return file;
    }

    /**
     * With GTK, a dialog gives its window its former size; until the dialog is gone, the window cannot be maximized.
     */
    private void keepMaximized() {
        PauseTransition gone = new PauseTransition(GONE);
        gone.setOnFinished(event -> window.setMaximized(true));
        gone.play();
    }
}
